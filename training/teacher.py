"""Sentence vectors of the stock encoder (type ids 0) for every training sentence, once; the trainer distils them."""
import os
import pickle
import sys

import numpy as np
import torch

import model as M
import text
from prepare import OUT

STOCK = os.environ.get("DATELINE_STOCK", "/tmp/jar/all-minilm-l6-v2.onnx")


def pieces_of(s, pieces, most=192):
    ids = [pieces.cls]
    for w in s["w"]:
        p = pieces.of(w)
        if len(ids) + len(p) + 1 > most:
            break
        ids += p
    return ids + [pieces.sep]


def vectors(net, rows, budget=4096):
    """rows: lists of piece ids -> fp16 [N, 384]"""
    out = np.zeros((len(rows), M.DIM), np.float16)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    a = 0
    with torch.no_grad():
        while a < len(order):
            b, top = a, 0
            while b < len(order) and len(rows[order[b]]) * (b - a + 1) <= budget:
                top = len(rows[order[b]])
                b += 1
            ids = torch.zeros(b - a, top, dtype=torch.long)
            mask = torch.zeros(b - a, top)
            for r, i in enumerate(order[a:b]):
                ids[r, :len(rows[i])] = torch.tensor(rows[i])
                mask[r, :len(rows[i])] = 1
            h = net.encode(net.word_emb[ids], mask, torch.zeros_like(ids))
            out[order[a:b]] = net.pooled(h, mask).numpy().astype(np.float16)
            a = b
    return out


def main():
    torch.set_num_threads(2)
    if not os.path.exists(OUT + "/vocab.txt"):
        with open(OUT + "/vocab.txt", "w", encoding="utf-8") as f:
            f.write("".join(v + "\n" for v in text.vocabulary(os.path.dirname(STOCK) + "/all-minilm-l6-v2-tokenizer.json")))
    pieces = text.Pieces.load(OUT + "/vocab.txt")
    net = M.load_stock(M.Reader(), STOCK)
    net.half = "--fp32" not in sys.argv
    with open(OUT + "/train.pkl", "rb") as f:
        train = pickle.load(f)
    got = {}
    for k, v in train.items():
        got[k] = vectors(net, [pieces_of(s, pieces) for s in v])
        print(k, got[k].shape, flush=True)
        np.savez(OUT + "/teacher.tmp.npz", **got)
    os.replace(OUT + "/teacher.tmp.npz", OUT + "/teacher.npz")


if __name__ == "__main__":
    main()
