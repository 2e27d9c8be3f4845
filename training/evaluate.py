"""Scores of the development sets.

    evaluate.py --onnx DIR/model.onnx [--sets ewt,gum,...]      through ONNX Runtime Java (OrtRun.java), batch 1
    evaluate.py --ckpt ckpt/last.pt                             averaged weights in torch, fp32

Names: exact-match F1 of spans after Viterbi. Trees: UAS / LAS without punctuation, best tree with one root.
Attribution: F1 of words (roles without B/I). Factuality: mean absolute error and Pearson r. Vector: Spearman.
"""
import argparse
import glob
import os
import pickle
import struct
import subprocess
import sys
import tempfile

import numpy as np
import torch

import batches
import model as M
import text
from prepare import OUT

JAVA = os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64") + "/bin/java"
NAMES = ["ner", "pos", "arc", "rel", "emb", "attribution", "factuality"]


def through_torch(net, rows, heads):
    """rows: (ids, types, starts) -> a dict of arrays per row, in order"""
    out = [None] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    a = 0
    with torch.no_grad():
        while a < len(order):
            b = a
            while b < len(order) and len(rows[order[b]][0]) * (b - a + 1) <= 2048:
                b += 1
            part = order[a:max(b, a + 1)]
            a += len(part)
            L, W = max(len(rows[i][0]) for i in part), max(len(rows[i][2]) for i in part)
            ids, types = torch.zeros(len(part), L, dtype=torch.long), torch.zeros(len(part), L, dtype=torch.long)
            mask, index = torch.zeros(len(part), L), torch.zeros(len(part), W, dtype=torch.long)
            for r, i in enumerate(part):
                x, t, s = rows[i]
                ids[r, :len(x)], types[r, :len(x)], mask[r, :len(x)] = torch.tensor(x), torch.tensor(t), 1
                index[r, :len(s)] = torch.tensor(s)
            h = net.encode(net.word_emb[ids], mask, types)
            w = net.words(h, index)
            got = {"emb": net.pooled(h, mask)}
            if "ner" in heads:
                got["ner"] = net.lin("h.ner", w[:, 1:]).float()
            if "pos" in heads:
                got["pos"] = net.lin("h.pos", w[:, 1:]).float()
            if "attribution" in heads or "factuality" in heads:
                got["attribution"], got["factuality"] = net.aux(w[:, 1:])
            if "arc" in heads:
                got["arc"] = net.arcs(w)
                dep, hd = net.rel_parts(w)
            for r, i in enumerate(part):
                n = len(rows[i][2]) - 1
                o = {}
                for k, v in got.items():
                    o[k] = v[r].numpy() if k == "emb" else v[r, :n].numpy()
                if "arc" in heads:
                    o["arc"] = o["arc"][:, :n + 1]
                    u = net.lin("h.rel_u", dep[r, :n]).view(n * len(text.REL), M.LAB)
                    rel = (u.float() @ hd[r, :n + 1].T.float()).view(n, len(text.REL), n + 1).permute(0, 2, 1)
                    o["rel"] = (rel + net.lin("h.rel_d", dep[r, :n])[:, None].float()).numpy()
                out[i] = o
    return out


def through_onnx(path, rows, heads):
    jars = glob.glob(os.path.expanduser("~/.m2/repository/com/microsoft/onnxruntime/onnxruntime/1.29.0/*.jar"))
    here = os.path.dirname(os.path.abspath(__file__))
    heads = [h for h in NAMES if h in heads]
    out = []
    with tempfile.TemporaryDirectory(dir=OUT) as d:
        with open(d + "/in", "wb") as f:
            f.write(struct.pack(">i", len(rows)))
            for ids, types, starts in rows:
                f.write(struct.pack(f">{2 + 2 * len(ids) + len(starts)}i", len(ids), len(starts) - 1, *ids, *types, *starts))
        said = subprocess.run([JAVA, "-Xmx2g", "-cp", ":".join(jars), here + "/OrtRun.java", path, d + "/in", d + "/out",
                               ",".join(heads)], check=True, capture_output=True, text=True)
        print(said.stdout.replace("\n", "; "), flush=True)
        with open(d + "/out", "rb") as f:
            for ids, _, starts in rows:
                n, o = len(starts) - 1, {}
                for h in heads:
                    k, = struct.unpack(">i", f.read(4))
                    v = np.frombuffer(f.read(4 * k), ">f4").astype(np.float32)
                    o[h] = v.reshape({"ner": (n, 9), "pos": (n, 17), "arc": (n, n + 1), "rel": (n, n + 1, len(text.REL)),
                                      "emb": (384,), "attribution": (n, 7), "factuality": (n,)}[h])
                out.append(o)
    return out


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def viterbi(logits, tags):
    lp = log_softmax(logits)
    k = len(tags)
    step = np.zeros((k, k), np.float32)
    for i, a in enumerate(tags):
        for j, b in enumerate(tags):
            if b[0] == "I" and a[2:] != b[2:]:
                step[i, j] = -1e9
    start = np.array([-1e9 if t[0] == "I" else 0 for t in tags], np.float32)
    score, back = start + lp[0], []
    for row in lp[1:]:
        s = score[:, None] + step
        back.append(s.argmax(0))
        score = s.max(0) + row
    best = [int(score.argmax())]
    for b in reversed(back):
        best.append(int(b[best[-1]]))
    return [tags[i] for i in reversed(best)]


def chu_liu(score):
    """score[d, h], d in 1..n (row 0 unused): the best tree as heads; any number of roots."""
    n = len(score)
    s = score.copy()
    s[0] = -1e9
    np.fill_diagonal(s, -1e9)
    heads = s.argmax(1)
    heads[0] = -1
    colour, cycle = [0] * n, None
    for v in range(1, n):
        path, u = [], v
        while u > 0 and colour[u] == 0:
            colour[u] = v + 1
            path.append(u)
            u = heads[u]
        if u > 0 and colour[u] == v + 1:
            cycle = path[path.index(u):]
            break
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [v for v in range(n) if v not in inside]
    new = {v: i for i, v in enumerate(rest)}
    c = len(rest)
    t = np.full((c + 1, c + 1), -1e9)
    total = sum(s[v, heads[v]] for v in cycle)
    into, outof = {}, {}
    for v in rest:
        for u in rest:
            t[new[v], new[u]] = s[v, u]
        k = max(cycle, key=lambda x: s[v, x])
        t[new[v], c], outof[v] = s[v, k], k
        k = max(cycle, key=lambda x: s[x, v] - s[x, heads[x]])
        t[c, new[v]], into[v] = s[k, v] - s[k, heads[k]] + total, k
    sub = chu_liu(t)
    out = heads.copy()
    for v in rest[1:]:
        u = sub[new[v]]
        out[v] = outof[v] if u == c else rest[u]
    enter = rest[sub[c]]
    out[into[enter]] = enter
    return out


def tree(arc):
    """Best single-root tree of [n, n+1] scores; 1-based heads."""
    n = len(arc)
    s = np.full((n + 1, n + 1), -1e9)
    s[1:] = log_softmax(arc.astype(np.float64))
    heads = chu_liu(s)[1:]
    if (heads == 0).sum() == 1:
        return heads
    best, top = None, -np.inf
    order = np.argsort(-s[1:, 0])[:5]
    for r in order:
        t = s.copy()
        t[1:, 0] = -1e9
        t[r + 1, 0] = 0
        h = chu_liu(t)[1:]
        v = s[np.arange(1, n + 1), h].sum()
        if v > top:
            best, top = h, v
    return best


def f1(hit, said, gold):
    p, r = hit / max(1, said), hit / max(1, gold)
    return 100 * 2 * p * r / max(1e-9, p + r)


def names(sents, outs, skip_handles=False):
    hit = said = gold = 0
    for s, o in zip(sents, outs):
        n = len(o["ner"])
        g = {x for x in batches.spans([t if t in batches.NER_ID else "O" for t in s["ner"]])}
        p = {x for x in batches.spans(viterbi(o["ner"], text.NER))} if n else set()
        if not s.get("misc"):
            g, p = {x for x in g if x[2] != "MISC"}, {x for x in p if x[2] != "MISC"}
        if skip_handles:
            handle = {k for k, w in enumerate(s["w"]) if w[0] in "@#" or k and s["w"][k - 1] in ("@", "#")}
            g, p = ({x for x in z if not handle & set(range(x[0], x[1]))} for z in (g, p))
        hit, said, gold = hit + len(g & p), said + len(p), gold + len(g)
    return f1(hit, said, gold)


def parse(sents, outs):
    ok = lab = n = pos = words = 0
    root = text.REL.index("root")
    for s, o in zip(sents, outs):
        if not len(o["arc"]):
            continue
        heads = tree(o["arc"])
        k = len(heads)
        r = o["rel"][np.arange(k), heads].copy()
        r[heads > 0, root] = -1e9
        for i in range(len(s["w"])):
            words += 1
            if i < k and text.POS[o["pos"][i].argmax()] == s["pos"][i]:
                pos += 1
            if s["rel"][i] == "punct":
                continue
            n += 1
            if i < k and heads[i] == s["head"][i]:
                ok += 1
                lab += (heads[i] == 0 and s["rel"][i] == "root") or text.REL[r[i].argmax()] == s["rel"][i]
    return 100 * ok / n, 100 * lab / n, 100 * pos / words


def attribution(sents, outs):
    c = {r: [0, 0, 0] for r in ("SRC", "CUE", "CNT")}
    for s, o in zip(sents, outs):
        p = viterbi(o["attribution"], text.ATT) if len(o["attribution"]) else []
        for i, g in enumerate(s["att"]):
            said = p[i][2:] if i < len(p) else ""
            for r, v in c.items():
                v[0] += said == r and g[2:] == r
                v[1] += said == r
                v[2] += g[2:] == r
    return {r: f1(*v) for r, v in c.items()}


def ranks(x):
    x = np.asarray(x, float)
    order = x.argsort(kind="stable")
    r = np.empty(len(x))
    r[order] = np.arange(len(x))
    for v in np.unique(x):
        m = x == v
        r[m] = r[m].mean()
    return r


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--onnx")
    a.add_argument("--ckpt", default=OUT + "/ckpt/last.pt")
    a.add_argument("--sets", default="")
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--stock", action="store_true")
    a.add_argument("--half", action="store_true", help="bf16: quick looks only")
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    pieces = text.Pieces.load(OUT + "/vocab.txt")
    with open(OUT + "/dev.pkl", "rb") as f:
        dev = pickle.load(f)
    if o.onnx:
        run = lambda rows, heads: through_onnx(o.onnx, rows, heads)
        print("graph", o.onnx)
    else:
        import export
        if o.stock:
            from teacher import STOCK
            net = M.load_stock(M.Reader(), STOCK)
        else:
            net, step, seen = export.from_checkpoint(o.ckpt)
            net.half = o.half
            print("checkpoint at step", step, "pieces", seen)
        run = lambda rows, heads: through_torch(net, rows, heads)
    wanted = set(o.sets.split(",")) if o.sets else None
    enc = lambda s, style=text.NEWS, q=0: batches.plain(s, pieces, style, q, 510)
    table = []

    def say(name, value):
        table.append((name, value))
        print(f"{name}: {value}", flush=True)

    def on(name):
        return wanted is None or name in wanted

    for c in ("ewt", "gum"):
        if on(c):
            outs = run([enc(s) for s in dev[c]], ("arc", "rel", "pos", "ner"))
            say(c + "_dev UAS / LAS / UPOS", "%.2f / %.2f / %.2f" % parse(dev[c], outs))
            if c == "gum":
                g = [(s, x) for s, x in zip(dev[c], outs) if s["src"] == "gum_news"]
                if g:
                    say("gum_dev news UAS / LAS / UPOS", "%.2f / %.2f / %.2f" % parse(*zip(*g)))
                say("gum_dev names (noisy gold)", "%.2f" % names(dev[c], outs))
    for c in ("ww", "wnut", "btc", "wikigold"):
        if on(c):
            outs = run([enc(s) for s in dev[c]], ("ner",))
            say(c + "_dev names F1, news style", "%.2f" % names(dev[c], outs))
            if c == "btc":
                say("btc_dev names F1 without handles, news style", "%.2f" % names(dev[c], outs, True))
            if c != "ww":
                outs = run([enc(s, text.STYLE[c]) for s in dev[c]], ("ner",))
                say(c + "_dev names F1, own style", "%.2f" % names(dev[c], outs))
                if c == "btc":
                    say("btc_dev names F1 without handles, own style", "%.2f" % names(dev[c], outs, True))
    if on("sts"):
        sa = run([enc({"w": s["a"]}) for s in dev["sts"]], ("emb",))
        sb = run([enc({"w": s["b"]}) for s in dev["sts"]], ("emb",))
        cos = [float(x["emb"] @ y["emb"]) for x, y in zip(sa, sb)]
        say("sts_news_dev Spearman", "%.4f" % np.corrcoef(ranks(cos), ranks([s["score"] for s in dev["sts"]]))[0, 1])
    for c in ("polnear_held", "polnear"):
        if on(c):
            outs = run([enc(s, text.NEWS, text.OPEN_QUOTE if s["open"] else 0) for s in dev[c]], ("attribution",))
            say(c + " source / cue / content", "%(SRC).2f / %(CUE).2f / %(CNT).2f" % attribution(dev[c], outs))
    if on("polnear"):
        outs = run([enc(s) for s in dev["polnear"]], ("attribution",))
        say("polnear, open quotations not told, source / cue / content",
            "%(SRC).2f / %(CUE).2f / %(CNT).2f" % attribution(dev["polnear"], outs))
    for c in ("uw", "uds"):
        if on(c):
            outs = run([enc(s) for s in dev[c]], ("factuality",))
            g, p = [], []
            for s, x in zip(dev[c], outs):
                for k, v in s["fact"]:
                    if k < len(x["factuality"]):
                        g.append(v)
                        p.append(min(3, max(-3, float(x["factuality"][k]))))
            g, p = np.array(g), np.array(p)
            say(c + "_dev factuality MAE / r", "%.3f / %.3f" % (np.abs(g - p).mean(), np.corrcoef(g, p)[0, 1]))


if __name__ == "__main__":
    main()
