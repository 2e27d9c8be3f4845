"""Short checks: gelu's gradient on non-contiguous gradients, whole-model gradient, int8 arithmetic, data digests."""
import hashlib
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

import model as M


def gelu_gradient():
    torch.manual_seed(0)
    x = torch.randn(7, 5, dtype=torch.float64, requires_grad=True)
    w = torch.randn(5, 7, dtype=torch.float64)
    (M.Gelu.apply(x).t() * w).sum().backward()  # the gradient arrives transposed
    e = 1e-6
    with torch.no_grad():
        for i in range(7):
            for j in range(5):
                d = torch.zeros_like(x)
                d[i, j] = e
                want = ((F.gelu(x + d).t() * w).sum() - (F.gelu(x - d).t() * w).sum()) / (2 * e)
                assert abs(want - x.grad[i, j]) < 1e-6, (i, j, want, x.grad[i, j])


def model_gradient():
    """Numerical slope of a loss over arcs along the analytic gradient."""
    torch.manual_seed(0)
    net = M.Reader()
    emb = torch.randn(2, 9, M.DIM) * 0.1
    mask = torch.ones(2, 9)
    mask[1, 7:] = 0
    types = torch.randint(0, 16, (2, 9))
    index = torch.tensor([[0, 1, 3, 5], [0, 1, 2, 4]])

    def loss():
        w = net.words(net.encode(emb, mask, types), index)
        att, fact = net.aux(w[:, 1:])
        return net.arcs(w).square().mean() + att.square().mean() + fact.square().mean()

    loss().backward()
    for name in ("l0.qkv.w", "l3.up.w", "h.arc_head.w", "h.aux.w"):
        p = net.get(name)
        n = p.grad.norm()
        assert n > 0, name
        with torch.no_grad():
            d = p.grad / n
            e = 1e-2
            p += e * d
            up = loss().item()
            p -= 2 * e * d
            down = loss().item()
            p += e * d
        got = (up - down) / (2 * e)
        assert abs(got - n.item()) < 0.02 * n.item() + 1e-4, (name, got, n.item())


def int8():
    import export
    w = np.random.RandomState(0).randn(384, 64).astype(np.float32)
    q, s = export.columns(w)
    assert np.abs(q.astype(np.float32) * s - w).max() <= s.max() / 2 + 1e-6


def digests():
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "digests.txt")
    from prepare import DATA
    bad = []
    for line in open(here, encoding="utf-8"):
        want, name = line.split()
        path = os.path.join(DATA, name)
        if not os.path.exists(path) or hashlib.sha256(open(path, "rb").read()).hexdigest() != want:
            bad.append(name)
    assert not bad, bad


if __name__ == "__main__":
    for f in (gelu_gradient, model_gradient, int8, digests):
        if len(sys.argv) == 1 or f.__name__ in sys.argv[1:]:
            f()
            print("ok", f.__name__)
