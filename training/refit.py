"""Fits the map of the sentence vector in closed form on the final encoder, under the conditions of use (news style, shapes, no
dropout): ridge regression from the pooled states to the stock vectors, held towards the trained map; the strength is
chosen by the cosine on sentences left out. `refit.py --ckpt last.pt --out final.pt [--sentences 12000]`"""
import argparse
import pickle
import random

import numpy as np
import torch
import torch.nn.functional as F

import batches
import export
import model as M
import text
from prepare import OUT


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--ckpt", default=OUT + "/ckpt/last.pt")
    a.add_argument("--out", default=OUT + "/ckpt/final.pt")
    a.add_argument("--sentences", type=int, default=12000)
    a.add_argument("--threads", type=int, default=2)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    pieces = text.Pieces.load(OUT + "/vocab.txt")
    with open(OUT + "/train.pkl", "rb") as f:
        train = pickle.load(f)
    teacher = dict(np.load(OUT + "/teacher.npz"))
    net, _, _ = export.from_checkpoint(o.ckpt)
    rng = random.Random(7)
    every = [(c, i) for c, v in train.items() for i, s in enumerate(v) if 4 <= len(s["w"]) <= 40]
    picked = rng.sample(every, min(o.sentences, len(every)))
    rows = [batches.plain(train[c][i], pieces, text.NEWS) for c, i in picked]
    target = np.stack([teacher[c][i] for c, i in picked]).astype(np.float32)
    target /= np.linalg.norm(target, axis=1, keepdims=True)
    x = np.zeros((len(rows), 3 * M.DIM), np.float32)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    net.half = True
    with torch.no_grad():
        for a in range(0, len(order), 64):
            part = order[a:a + 64]
            top = max(len(rows[i][0]) for i in part)
            ids, types = torch.zeros(len(part), top, dtype=torch.long), torch.zeros(len(part), top, dtype=torch.long)
            mask = torch.zeros(len(part), top)
            for r, i in enumerate(part):
                n = len(rows[i][0])
                ids[r, :n], types[r, :n], mask[r, :n] = torch.tensor(rows[i][0]), torch.tensor(rows[i][1]), 1
            states = net.encode(net.word_emb[ids], mask, types)
            m = (mask / mask.sum(1, keepdim=True))[:, None, :]
            x[part] = torch.cat([torch.matmul(m, states[k])[:, 0] for k in (1, 3, 5)], -1).numpy()
    w0, b0 = net.get("h.emb.w").detach().numpy(), net.get("h.emb.b").detach().numpy()
    w0 = np.concatenate([w0, b0[:, None]], 1).T.astype(np.float64)
    x = np.concatenate([x, np.ones((len(x), 1), np.float32)], 1).astype(np.float64)
    cut = len(x) * 5 // 6
    before = x @ w0
    scale = np.linalg.norm(before, axis=1).mean()

    def cosine(w):
        y = x[cut:] @ w
        return float(((y * target[cut:]).sum(1) / np.linalg.norm(y, axis=1)).mean())

    best, w = cosine(w0), w0
    print("held-out cosine before %.4f" % best)
    g, r = x[:cut].T @ x[:cut], x[:cut].T @ (target[:cut] * scale - before[:cut])
    for strength in (0.3, 1, 3, 10, 30, 100, 300):
        w1 = w0 + np.linalg.solve(g + strength * np.eye(len(g)), r)
        got = cosine(w1)
        print("strength", strength, "cosine %.4f" % got)
        if got > best:
            best, w = got, w1
    c = torch.load(o.ckpt)
    ema, a = c["groups"][1]["ema"], 0
    for n in net.names:
        if net.is_head(n):
            k = net.get(n).numel()
            if n == "h.emb.w":
                ema[a:a + k] = torch.tensor(w[:-1].T.copy().reshape(-1), dtype=torch.float32)
            if n == "h.emb.b":
                ema[a:a + k] = torch.tensor(w[-1].copy(), dtype=torch.float32)
            a += k
    torch.save(c, o.out)


if __name__ == "__main__":
    main()
