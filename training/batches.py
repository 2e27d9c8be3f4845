"""From sentences to batches: sampling by corpus, augmentation, length-bucketed packing."""
import random

import numpy as np
import torch

import text

NER_ID = {t: i for i, t in enumerate(text.NER)}
POS_ID = {t: i for i, t in enumerate(text.POS)}
REL_ID = {t: i for i, t in enumerate(text.REL)}
ATT_ID = {t: i for i, t in enumerate(text.ATT)}
IGNORE = -100
MIX = {"ewt": 0.28, "gum": 0.14, "ww": 0.42, "names": 0.07, "polnear": 0.08, "uw": 0.01}  # shares of pieces
SEPARATE_STYLE = {"ewt": "ewt", "gum": "gum", "ww": "ww", "wnut": "wnut", "btc": "btc", "wikigold": "wikigold",
                  "re3d": "re3d"}


class Example:
    __slots__ = ("ids", "types", "starts", "ner", "no_misc", "ner_weight", "pos", "head", "rel", "att", "fact", "teacher")


def style_of(src):
    return "gum" if src.startswith("gum") else src if src in text.STYLE else "ww"


def plain(s, pieces, style, open_quote=0, most=192, words=None, shapes=None):
    """Piece ids, type ids and first-piece positions (0 = [CLS]) of as many words as fit."""
    ids, types, starts = [pieces.cls], [style], [0]
    words = s["w"] if words is None else words
    for k, w in enumerate(words):
        p = pieces.of(w)
        if len(ids) + len(p) + 1 > most:
            break
        starts.append(len(ids))
        ids += p
        types += [text.shape(w) if shapes is None else shapes[k]] * len(p)
    ids.append(pieces.sep)
    types.append(open_quote)
    return ids, types, starts


class Sampler:
    def __init__(self, train, teacher, pieces, seed):
        self.train, self.teacher, self.pieces = train, teacher, pieces
        self.rng = random.Random(seed)
        self.order = {c: [] for c in train}
        self.mean = {c: max(1.0, sum(len(s["w"]) for s in v) / max(1, len(v))) for c, v in train.items()}
        self.mentions = {}
        for c in ("ww", "names"):
            for s in train[c]:
                if s["src"] in ("ww", "wikigold", "wnut"):
                    for a, b, t in spans(s["ner"]):
                        if t != "MISC":
                            self.mentions.setdefault((t, b - a), []).append(s["w"][a:b])
        live = [c for c in MIX if train[c]]
        weight = [MIX[c] / self.mean[c] for c in live]
        self.live, self.weight = live, weight

    def next_sentence(self):
        c = self.rng.choices(self.live, self.weight)[0]
        if not self.order[c]:
            self.order[c] = list(range(len(self.train[c])))
            self.rng.shuffle(self.order[c])
        return c, self.order[c].pop()

    def example(self, c, i, most=192):
        s, r = self.train[c][i], self.rng
        words, ner = s["w"], s.get("ner")
        keep_teacher = True
        lo, hi = 0, len(words)
        if c == "ww":
            words, ner = list(words), list(ner)
            if r.random() < 0.5:
                words, ner = join_possessives(words, ner)
            if r.random() < 0.4:  # the corpus has paragraphs; the reader mostly sees sentences
                lo, hi = a_sentence(words, r)
                keep_teacher = (lo, hi) == (0, len(words))
                words, ner = words[lo:hi], ner[lo:hi]
        if ner is not None and s["src"] in ("ww", "wikigold") and r.random() < 0.15:
            words, changed = self.renamed(words, ner)
            keep_teacher &= not changed
        drop_stop = (("head" in s or c == "ww") and len(words) > 3 and words[-1] in (".", "!", "?") and r.random() < 0.08)
        if drop_stop:
            words = words[:-1]
        words = other_marks(words, r)
        style = text.STYLE[style_of(s["src"])]
        use_names = ner is not None
        if c == "ewt":  # no names here: the parse must not depend on the style
            style = r.choice((text.STYLE["ewt"], text.STYLE["gum"], text.NEWS, text.NEWS))
        elif c == "gum" and r.random() < 0.4:
            style, use_names = text.NEWS, False
        if r.random() < 0.1:
            style = 0
        q = r.random()
        shapes = None
        if q < 0.04:
            shapes = [text.LOWER if x in (2, 3, 4, 5) else x for x in map(text.shape, words)]
        elif q < 0.08:
            shapes = [(text.UPPER if len(w) > 1 else text.LETTER) if x in (1, 2, 4, 5) and any(ch.isalpha() for ch in w)
                      else x for w, x in zip(words, map(text.shape, words))]
        elif q < 0.11:
            shapes = [(text.TITLE if len(w) > 3 or k == 0 else x) if x == 1 else x
                      for k, (w, x) in enumerate(zip(words, map(text.shape, words)))]
        opened = text.OPEN_QUOTE if s.get("open") and r.random() < 0.8 else 0
        e = Example()
        e.ids, e.types, e.starts = plain(s, self.pieces, style, opened, most, words, shapes)
        n = len(e.starts) - 1
        fits = n == len(words)
        e.ner = [NER_ID.get(t, IGNORE) for t in ner[:n]] if use_names else None
        e.no_misc = not s.get("misc", False)
        e.ner_weight = 0.4 if c == "gum" else 1.0
        e.pos = e.head = e.rel = e.att = e.fact = None
        if "pos" in s:
            e.pos = [POS_ID.get(t, IGNORE) for t in s["pos"][:n]]
            if fits and not (drop_stop and len(s["w"]) in s["head"]):
                e.head = s["head"][:n]
                e.rel = [REL_ID.get(t, IGNORE) for t in s["rel"][:n]]
        if "att" in s:
            e.att = [ATT_ID[t] for t in s["att"][:n]]
        if "fact" in s:
            e.fact = [(k, v) for k, v in s["fact"] if k < n]
        e.teacher = self.teacher[c][i] if keep_teacher and fits else None
        return e

    def renamed(self, words, ner):
        words, changed = list(words), False
        for a, b, t in spans(ner):
            pool = self.mentions.get((t, b - a))
            if pool and self.rng.random() < 0.5:
                words[a:b] = self.rng.choice(pool)
                changed = True
        return words, changed

    def pool(self, pieces=60000, batch=1536):
        got, total = [], 0
        while total < pieces:
            e = self.example(*self.next_sentence())
            got.append(e)
            total += len(e.ids)
        got.sort(key=lambda e: len(e.ids) + self.rng.random() * 3)
        out, now, top = [], [], 0
        for e in got:
            t = max(top, len(e.ids))
            if now and t * (len(now) + 1) > batch:
                out.append(now)
                now, t = [], len(e.ids)
            now.append(e)
            top = t
        out.append(now)
        self.rng.shuffle(out)
        return out


def spans(tags):
    out, a, t = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        inside = tag.startswith("I-") and t == tag[2:]
        if a is not None and not inside:
            out.append((a, i, t))
            a = None
        if tag.startswith("B-") or (tag.startswith("I-") and a is None):
            a, t = i, tag[2:]
    return out


def join_possessives(words, tags):
    """`’ s` is one word in UD."""
    w, t, i = [], [], 0
    while i < len(words):
        if words[i] in ("’", "'") and i + 1 < len(words) and words[i + 1] in ("s", "re", "ve", "ll", "d", "m") and i:
            w.append(words[i] + words[i + 1])
            t.append(tags[i])
            i += 2
        else:
            w.append(words[i])
            t.append(tags[i])
            i += 1
    return w, t


def a_sentence(words, r):
    cuts = [0]
    for i, w in enumerate(words):
        if w in (".", "?", "!") and i + 1 < len(words):
            j = i + 1
            while j < len(words) and words[j] in ("”", '"', "’"):
                j += 1
            if cuts[-1] != j and j < len(words):
                cuts.append(j)
    cuts.append(len(words))
    k = r.randrange(len(cuts) - 1)
    return (cuts[k], cuts[k + 1]) if cuts[k + 1] - cuts[k] >= 3 else (0, len(words))


def other_marks(words, r):
    """News sets quotes and dashes in many ways; trees and names do not change with them."""
    q = r.random()
    if q < 0.25:
        out, opened = [], True
        for w in words:
            if w == '"':
                w, opened = ("“" if opened else "”"), not opened
            elif w in ("``", "''"):
                w = "“" if w == "``" else "”"
            elif "'" in w:
                w = w.replace("'", "’")
            out.append(w)
        return out
    if q < 0.35:
        return [{"“": '"', "”": '"', "``": '"', "''": '"', "–": "-", "—": "-", "--": "—"}.get(w, w.replace("’", "'"))
                for w in words]
    return words


def tensors(batch):
    """One batch of Examples as tensors; targets are flat over [B, W] with IGNORE where there is nothing to learn."""
    B = len(batch)
    L = max(len(e.ids) for e in batch)
    W = max(len(e.starts) for e in batch) - 1
    ids, types, mask = np.zeros((B, L), np.int64), np.zeros((B, L), np.int64), np.zeros((B, L), np.float32)
    index, wmask = np.zeros((B, W + 1), np.int64), np.zeros((B, W + 1), np.float32)
    full = lambda: np.full((B, W), IGNORE, np.int64)
    ner, pos, head, rel, att = full(), full(), full(), full(), full()
    misc, weight = np.zeros((B, W), np.float32), np.zeros((B, W), np.float32)
    fact, fmask = np.zeros((B, W), np.float32), np.zeros((B, W), np.float32)
    teacher, tmask = np.zeros((B, 384), np.float32), np.zeros(B, np.float32)
    for b, e in enumerate(batch):
        n = len(e.ids)
        ids[b, :n], types[b, :n], mask[b, :n] = e.ids, e.types, 1
        w = len(e.starts) - 1
        index[b, :w + 1], wmask[b, :w + 1] = e.starts, 1
        if e.ner is not None:
            ner[b, :w], misc[b, :w], weight[b, :w] = e.ner, float(e.no_misc), e.ner_weight
        for arr, v in ((pos, e.pos), (head, e.head), (rel, e.rel), (att, e.att)):
            if v is not None:
                arr[b, :w] = v
        for k, v in e.fact or ():
            fact[b, k], fmask[b, k] = v, 1
        if e.teacher is not None:
            teacher[b], tmask[b] = e.teacher, 1
    t = torch.from_numpy
    return {"ids": t(ids), "types": t(types), "mask": t(mask), "index": t(index), "wmask": t(wmask), "ner": t(ner),
            "misc": t(misc), "weight": t(weight), "pos": t(pos), "head": t(head), "rel": t(rel), "att": t(att),
            "fact": t(fact), "fmask": t(fmask), "teacher": t(teacher), "tmask": t(tmask)}
