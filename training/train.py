"""Trains the reader until a time of day. `train.py --end 05:25 [--resume]`; state goes to $DATELINE_TRAIN/ckpt."""
import argparse
import multiprocessing as mp
import os
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

import batches
import model as M
import text
from prepare import OUT
from teacher import STOCK

LR_ENCODER, LR_HEADS, WARM, DECAY = 2.5e-4, 1.5e-3, 250, 0.01
B1, B2, EPS = 0.9, 0.98, 1e-8
LOSS = {"ner": 1.0, "pos": 0.3, "arc": 1.0, "rel": 1.0, "emb": 6.0, "att": 0.8, "fact": 0.3}
LEAST = {"ner": 200, "pos": 150, "arc": 150, "rel": 150, "emb": 8, "att": 150, "fact": 25}
EMA, EMA_EVERY, EMA_ROWS_EVERY = 0.999, 5, 50


class Flat:
    """All parameters of one group in one vector, with Adam's state, so that a step is five passes over memory."""

    def __init__(self, params, lr):
        self.lr = lr
        n = sum(p.numel() for p in params)
        self.p, self.g = torch.empty(n).share_memory_(), torch.zeros(n)
        self.m, self.v, self.t = torch.zeros(n).share_memory_(), torch.zeros(n).share_memory_(), torch.empty(n)
        self.decay = torch.ones(n)
        a = 0
        for p in params:
            b = a + p.numel()
            self.p[a:b] = p.data.reshape(-1)
            p.data = self.p[a:b].view(p.shape)
            p.grad = self.g[a:b].view(p.shape)
            if p.dim() < 2:
                self.decay[a:b] = 0
            a = b
        self.ema = self.p.clone().share_memory_()

    def own_gradients(self, params):
        """After a fork each process sums gradients of its own."""
        self.g, self.t = torch.zeros_like(self.g), torch.empty_like(self.t)
        a = 0
        for p in params:
            p.grad = self.g[a:a + p.numel()].view(p.shape)
            a += p.numel()

    def step(self, lr, scale, c1, c2):
        self.g.mul_(scale)
        self.m.lerp_(self.g, 1 - B1)
        self.v.mul_(B2).addcmul_(self.g, self.g, value=1 - B2)
        torch.sqrt(self.v, out=self.t).mul_(c2 ** -0.5).add_(EPS)
        self.p.addcmul_(self.p, self.decay, value=-lr * DECAY)
        self.p.addcdiv_(self.m, self.t, value=-lr / c1)
        self.g.zero_()


class Rows:
    """The word-piece table: Adam for the rows a batch touches."""

    def __init__(self, table):
        self.p, self.ema = table.share_memory_(), table.clone().share_memory_()
        self.m, self.v = torch.zeros_like(table).share_memory_(), torch.zeros_like(table).share_memory_()
        self.n = torch.zeros(len(table)).share_memory_()

    def step(self, rows, g, lr, scale):
        g = g * scale
        self.n[rows] += 1
        n = self.n[rows][:, None]
        m = self.m[rows].lerp_(g, 1 - B1)
        v = self.v[rows].mul_(B2).addcmul_(g, g, value=1 - B2)
        self.m[rows], self.v[rows] = m, v
        self.p[rows] -= lr * (m / (1 - B1 ** n)) / ((v / (1 - B2 ** n)).sqrt() + EPS)


def losses(net, t, rows_emb, inverse):
    h = net.encode(F.embedding(inverse, rows_emb), t["mask"], t["types"])
    w = net.words(h, t["index"])
    out = {}

    def share(name, total, count):
        if count > 0:
            out[name] = total / max(float(count), LEAST[name])

    flat = w[:, 1:].reshape(-1, M.DIM)
    on = (t["ner"].reshape(-1) >= 0).nonzero()[:, 0]
    if len(on):
        gold = t["ner"].reshape(-1)[on]
        lp = F.log_softmax(net.lin("h.ner", net.dropped(flat[on])).float(), -1)
        loss = -lp.gather(1, gold[:, None])[:, 0]
        free = (gold == 0) & (t["misc"].reshape(-1)[on] > 0)
        either = -torch.logsumexp(lp[:, [0, 7, 8]], -1)
        weight = t["weight"].reshape(-1)[on]
        share("ner", (torch.where(free, either, loss) * weight).sum(), len(on))
    on = (t["pos"].reshape(-1) >= 0).nonzero()[:, 0]
    if len(on):
        share("pos", F.cross_entropy(net.lin("h.pos", net.dropped(flat[on])).float(), t["pos"].reshape(-1)[on],
                                     reduction="sum"), len(on))
    trees = (t["head"] >= 0).any(1).nonzero()[:, 0]
    if len(trees):
        wt, head = net.dropped(w[trees]), t["head"][trees]
        arc = net.arcs(wt) + (1 - t["wmask"][trees])[:, None, :] * -1e4
        ok = head.reshape(-1) >= 0
        share("arc", F.cross_entropy(arc.reshape(-1, arc.shape[-1])[ok], head.reshape(-1)[ok], reduction="sum"), ok.sum())
        dep, hd = net.rel_parts(wt)
        hd = torch.gather(hd, 1, head.clamp(min=0)[:, :, None].expand(-1, -1, M.LAB))
        score = net.rel_at(dep.reshape(-1, M.LAB)[ok], hd.reshape(-1, M.LAB)[ok])
        share("rel", F.cross_entropy(score, t["rel"][trees].reshape(-1)[ok], ignore_index=batches.IGNORE, reduction="sum"),
              ok.sum())
    on = (t["att"].reshape(-1) >= 0) | (t["fmask"].reshape(-1) > 0)
    if on.any():
        att, fact = net.aux(flat[on])
        gold = t["att"].reshape(-1)[on]
        if (gold >= 0).any():
            share("att", F.cross_entropy(att, gold, ignore_index=batches.IGNORE, reduction="sum"), (gold >= 0).sum())
        fm = t["fmask"].reshape(-1)[on]
        if fm.any():
            share("fact", (F.smooth_l1_loss(fact, t["fact"].reshape(-1)[on], reduction="none") * fm).sum(), fm.sum())
    if t["tmask"].any():
        cos = (net.pooled(h, t["mask"]) * F.normalize(t["teacher"], dim=-1)).sum(-1)
        share("emb", ((1 - cos) * t["tmask"]).sum(), t["tmask"].sum())
    return out


def clock(hhmm):
    now = time.localtime()
    h, m = hhmm.split(":")
    return time.mktime((now.tm_year, now.tm_mon, now.tm_mday, int(h), int(m), 0, 0, 0, -1))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--end", required=True)
    a.add_argument("--resume", action="store_true")
    a.add_argument("--workers", type=int, default=2, help="processes that share the weights and Adam's state")
    a.add_argument("--batch", type=int, default=1280)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--trial", type=float, default=0, help="stop after so many seconds and save nothing")
    a.add_argument("--out", default=OUT + "/ckpt")
    o = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    end = clock(o.end)
    pieces = text.Pieces.load(OUT + "/vocab.txt")
    with open(OUT + "/train.pkl", "rb") as f:
        train = pickle.load(f)
    teacher = dict(np.load(OUT + "/teacher.npz"))
    net = M.load_stock(M.Reader(), STOCK)
    params = [[net.get(n) for n in net.names if net.is_head(n) == heads] for heads in (False, True)]
    groups = [Flat(p, lr) for p, lr in zip(params, (LR_ENCODER, LR_HEADS))]
    rows = Rows(net.word_emb)
    sampler = batches.Sampler(train, teacher, pieces, o.seed)
    net.half, net.drop = True, M.Dropout(0.1)
    step, start, seen = mp.Value("q", 0), time.time(), mp.Value("q", 0)
    lock = mp.Lock()
    os.makedirs(o.out, exist_ok=True)
    path = o.out + "/last.pt"
    if o.resume and os.path.exists(path):
        c = torch.load(path)
        for g, s in zip(groups, c["groups"]):
            for k in ("p", "m", "v", "ema"):
                getattr(g, k)[:len(s[k])].copy_(s[k])  # heads added since come last
        for k in ("p", "m", "v", "n", "ema"):
            getattr(rows, k).copy_(c["rows"][k])
        step.value, start, seen.value = c["step"], c["start"], c["seen"]
        sampler.rng.setstate(c["rng"])
        sampler.order = c["order"]
        torch.manual_seed(o.seed + step.value)
        net.seed = step.value
        print("resumed at step", step.value, flush=True)

    rank = 0
    parent = os.getpid()
    for r in range(1, o.workers):
        if os.fork() == 0:
            rank = r
            break
    if rank:
        os.setsid()  # Linux shares the machine by session: two workers in one would get half of their share
        sampler = batches.Sampler(train, teacher, pieces, o.seed + 1000 * rank + step.value)
        torch.manual_seed(o.seed + 1000 * rank + step.value)
        net.seed += rank << 40
        for g, p in zip(groups, params):
            g.own_gradients(p)

    def save(name):
        torch.save({"groups": [{k: getattr(g, k) for k in ("p", "m", "v", "ema")} for g in groups],
                    "rows": {k: getattr(rows, k) for k in ("p", "m", "v", "n", "ema")}, "step": step.value,
                    "start": start, "seen": seen.value, "rng": sampler.rng.getstate(), "order": sampler.order}, name + ".tmp")
        os.replace(name + ".tmp", name)

    last_save = begin = time.time()
    tally, spent, count, local = {}, time.time(), seen.value, 0
    while True:
        for batch in sampler.pool(batch=o.batch):
            now = time.time()
            if now >= end or (o.trial and now - begin > o.trial) or (rank and os.getppid() != parent):
                break
            if local % 200 == 0:
                net.drop.refresh()
            local += 1
            t = batches.tensors(batch)
            used, inverse = torch.unique(t["ids"], return_inverse=True)
            table = rows.p[used].requires_grad_()
            parts = losses(net, t, table, inverse)
            sum(LOSS[k] * v for k, v in parts.items()).backward()
            norm = (sum(float(g.g.dot(g.g)) for g in groups) + float((table.grad ** 2).sum())) ** 0.5
            with lock:  # one step at a time; the other process goes on with weights that are one step old
                step.value += 1
                n = step.value
                if norm == norm and norm < 1e4:
                    scale = min(1.0, 1.0 / (norm + 1e-6))
                    rate = min(1.0, n / WARM) * max(0.0, 1 - (now - start) / (end - start))
                    for g in groups:
                        g.step(g.lr * rate, scale, 1 - B1 ** n, 1 - B2 ** n)
                    rows.step(used, table.grad, LR_ENCODER * rate, scale)
                else:
                    print("skipped a step, norm", norm, flush=True)
                    for g in groups:
                        g.g.zero_()
                if n % EMA_EVERY == 0:
                    d = min(EMA ** EMA_EVERY, (1 + n / EMA_EVERY) / (10 + n / EMA_EVERY))
                    for g in groups:
                        g.ema.lerp_(g.p, 1 - d)
                if n % EMA_ROWS_EVERY == 0:
                    d = min(EMA ** EMA_ROWS_EVERY, (1 + n / EMA_ROWS_EVERY) / (10 + n / EMA_ROWS_EVERY))
                    rows.ema.lerp_(rows.p, 1 - d)
                seen.value += sum(len(e.ids) for e in batch)
            for k, v in parts.items():
                s = tally.setdefault(k, [0.0, 0])
                s[0] += float(v)
                s[1] += 1
            if rank == 0 and (local % 50 == 0 or local == 10):
                took = time.time() - spent
                print(time.strftime("%H:%M:%S"), "step", n, "seen %.2fM" % (seen.value / 1e6),
                      "%.0f pieces/s" % ((seen.value - count) / took), "norm %.2f" % norm,
                      " ".join(f"{k} {s[0] / s[1]:.3f}" for k, s in sorted(tally.items())), flush=True)
                tally, spent, count = {}, time.time(), seen.value
            if rank == 0 and not o.trial and time.time() - last_save > 300:
                with lock:
                    save(path)
                last_save = time.time()
        else:
            continue
        break
    if rank:
        os._exit(0)
    for _ in range(1, o.workers):
        os.wait()
    if not o.trial:
        save(path)
        print("done", step.value, seen.value, flush=True)


if __name__ == "__main__":
    main()
