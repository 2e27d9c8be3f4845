"""Reads the gold sets and writes one pickle of sentences for training and one of sentences for choosing.

A sentence is a dict: `src`, `id`, `w` (words) and the layers its corpus has: `pos`, `head`, `rel`, `ner` + `misc`,
`att` (attribution tags), `fact` ([[word, score]]), `open` (the sentence begins inside a quotation).
"""
import gzip
import hashlib
import json
import os
import pickle
import re
import sys

DATA = os.environ.get("DATELINE_DATA", "/work/shared/data")
OUT = os.environ.get("DATELINE_TRAIN", "/work/train")

# --- words and sentences of raw text, in the manner of Universal Dependencies -------------------------------------
WORD = re.compile(
    r"https?://\S+|www\.\S+"
    r"|[@#]\w+"
    r"|(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Jr|Sr|St|No|Inc|Corp|Co|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct"
    r"|Nov|Dec|Calif|Mass|Conn|Pa|Va|Fla|Ariz|Wis|Mich|Minn|Ill|Ind|Ky|Tenn|Ala|Ga|Colo|Prof|Hon|Pres|Adm|Maj)\."
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm)?\b"
    r"|\w+(?=n['’]t\b)|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|\w+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)\w+)*"
    r"|\.\.+|--+|\S",
    re.I,
)
NOT_END = re.compile(r"^(?:[A-Za-z]\.|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Jr|St|No|vs"
                     r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Prof|Hon|Pres|Adm|Maj)\.)$")
CLOSERS = "”\"’')]"


def words_of(text, start=0):
    """[(word, from, to)] of one stretch of text."""
    out = []
    for m in WORD.finditer(text):
        w, a = m.group(), m.start() + start
        if w.lower() == "cannot":
            out += [(w[:3], a, a + 3), (w[3:], a + 3, a + 6)]
        else:
            out.append((w, a, a + len(w)))
    return out


def sentences_of(text):
    """Sentences as lists of (word, from, to), with whether each begins inside a quotation."""
    out = []
    for line in re.finditer(r"[^\n]+", text):
        ws = words_of(line.group(), line.start())
        begin, inside = 0, False
        i = 0
        opened = False
        while i < len(ws):
            w = ws[i][0]
            if w == "“":
                opened = True
            elif w == "”":
                opened = False
            elif w == '"':
                opened = not opened
            end = False
            if re.fullmatch(r"[.!?…]+", w) or (w.endswith(".") and len(w) > 1 and not NOT_END.match(w)):
                j = i + 1
                while j < len(ws) and ws[j][0] in CLOSERS and ws[j][1] == ws[j - 1][2]:
                    if ws[j][0] == "”":
                        opened = False
                    elif ws[j][0] == '"':
                        opened = not opened
                    j += 1
                if j >= len(ws):
                    end = True
                elif ws[j][1] > ws[j - 1][2] and (ws[j][0][0].isupper() or ws[j][0][0] in "“\"‘'([" or ws[j][0][0].isdigit()):
                    end = True
                if end:
                    out.append((ws[begin:j], inside))
                    begin, inside = j, opened
                    i = j
                    continue
            i += 1
        if begin < len(ws):
            out.append((ws[begin:], inside))
    return out


def read(name):
    path = os.path.join(DATA, name)
    opener = gzip.open if name.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def attribution(article):
    """Sentences of one PolNeAR article with flat tags O, B/I-SRC, B/I-CUE, B/I-CNT (cue over source over content)."""
    text = article["text"]
    role = [""] * len(text)
    head = [False] * len(text)
    for key, tag in (("content", "CNT"), ("source", "SRC"), ("cue", "CUE")):
        for a in article["attributions"]:
            for part in a.get(key) or []:
                for s, e in part["spans"]:
                    for k in range(s, min(e, len(text))):
                        role[k] = tag
                        head[k] = False
                    if s < len(text):
                        head[s] = True
    out = []
    for n, (ws, inside) in enumerate(sentences_of(text)):
        tags, last = [], ""
        for w, s, e in ws:
            t = role[s]
            if not t:
                tags.append("O")
            else:
                tags.append(("B-" if t != last or head[s] else "I-") + t)
            last = t
        out.append({"src": "polnear", "id": article["id"] + "-" + str(n), "w": [w for w, _, _ in ws], "att": tags,
                    "open": inside})
    return out


def factuality(rows, src):
    return [{"src": src, "id": f"{src}-{i}", "w": r["tokens"], "fact": r["factuality"]} for i, r in enumerate(rows)]


def main():
    train, dev = {}, {}
    for c in ("ewt", "gum"):
        train[c] = read(f"reader/{c}_train.jsonl.gz")
        dev[c] = read(f"reader/{c}_dev.jsonl.gz")
    names = []  # names of ewt_dev: the trees are taken off before anything else sees them
    for s in (s for s in dev["ewt"] if "ner" in s):
        names.append({"src": "ewt", "id": s["id"], "w": s["w"], "ner": s["ner"], "misc": False})
    train["names"] = names + read("reader/re3d_train.jsonl.gz")
    for c in ("wnut", "btc", "wikigold"):
        train["names"] += read(f"reader/{c}_train.jsonl.gz")
        dev[c] = read(f"reader/{c}_dev.jsonl.gz")
    train["ww"] = read("reader/ww_train.jsonl.gz")
    dev["ww"] = read("reader/ww_dev.jsonl.gz")
    train["polnear"], dev["polnear_held"] = [], []
    for a in read("attribution/polnear_train.jsonl.gz"):
        held = int(hashlib.sha256(a["id"].encode()).hexdigest(), 16) % 100 < 8
        (dev["polnear_held"] if held else train["polnear"]).extend(attribution(a))
    dev["polnear"] = [s for a in read("attribution/polnear_dev.jsonl") for s in attribution(a)]
    train["uw"] = [s for s in factuality(read("factuality/uw_train.jsonl"), "uw") if s["fact"]]
    dev["uw"] = [s for s in factuality(read("factuality/uw_dev.jsonl"), "uw") if s["fact"]]
    dev["uds"] = [s for s in factuality(read("factuality/uds_ih2_dev.jsonl"), "uds") if s["fact"]]
    dev["sts"] = [{"src": "sts", "id": str(i), "score": r["score"], "a": [w for w, _, _ in words_of(r["a"])],
                   "b": [w for w, _, _ in words_of(r["b"])]}
                  for i, r in enumerate(read("near_duplicate/sts_news_dev.jsonl"))]
    if "--clean" in sys.argv:  # the switch that trains without the corpora that carry no licence file
        for c in ("ww", "polnear", "uw"):
            train[c] = []
    os.makedirs(OUT, exist_ok=True)
    for name, part in (("train", train), ("dev", dev)):
        with open(os.path.join(OUT, name + ".pkl"), "wb") as f:
            pickle.dump(part, f)
        print(name, {k: (len(v), sum(len(s.get("w", ())) for s in v)) for k, v in part.items()})


if __name__ == "__main__":
    main()
