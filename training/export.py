"""Writes the ONNX graph of the reader: fp32 by torch, then int8 by hand.

    export.py --ckpt $DATELINE_TRAIN/ckpt/last.pt --out DIR [--fp32]
"""
import argparse
import os

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import model as M
import text
from prepare import OUT
from teacher import STOCK

OUTPUTS = ["ner", "pos", "arc", "rel", "emb", "attribution", "factuality"]


def from_checkpoint(path):
    """The averaged weights."""
    net = M.load_stock(M.Reader(), STOCK)
    c = torch.load(path)
    with torch.no_grad():
        for heads, g in zip((False, True), c["groups"]):
            a = 0
            for n in net.names:
                if net.is_head(n) == heads:
                    p = net.get(n)
                    if a < len(g["ema"]):
                        p.copy_(g["ema"][a:a + p.numel()].view(p.shape))
                    a += p.numel()
    net.word_emb = c["rows"]["ema"].clone()
    return net, c["step"], c["seen"]


class Graph(nn.Module):
    """The same arithmetic as Reader, written for export: 1/sqrt(d) folded into q, all heads of the labels."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        self.table = nn.Parameter(net.word_emb)
        d = (M.DIM // M.HEADS) ** -0.5
        self.lin = nn.ModuleDict()
        for n in [n[:-2] for n in net.names if n.endswith(".w")]:
            w, b = net.get(n + ".w").detach().clone(), net.get(n + ".b").detach().clone()
            if n.endswith(".qkv"):
                w[:M.DIM] *= d
                b[:M.DIM] *= d
            layer = nn.Linear(w.shape[1], w.shape[0])
            layer.weight, layer.bias = nn.Parameter(w), nn.Parameter(b)
            self.lin[n.replace(".", "_")] = layer

    def apply_lin(self, n, x):
        return self.lin[n.replace(".", "_")](x)

    def forward(self, input_ids, attention_mask, token_type_ids, word_index):
        net = self.net
        d = M.DIM // M.HEADS
        x = F.embedding(input_ids, self.table) + net.get("pos_emb")[:input_ids.shape[1]]
        x = net.norm("emb_ln", x + F.embedding(token_type_ids, net.get("type_emb")))
        m = attention_mask.to(torch.float32)
        far = ((1.0 - m) * -1e4).unsqueeze(1).unsqueeze(1)
        states = []
        for k in range(M.LAYERS):
            # split before the heads: three plain slices instead of a five-dimensional transpose
            q, key, v = self.apply_lin(f"l{k}.qkv", x).split(M.DIM, -1)
            q = q.reshape(q.shape[0], q.shape[1], M.HEADS, d).permute(0, 2, 1, 3)
            key = key.reshape(key.shape[0], key.shape[1], M.HEADS, d).permute(0, 2, 3, 1)
            v = v.reshape(v.shape[0], v.shape[1], M.HEADS, d).permute(0, 2, 1, 3)
            a = torch.softmax(torch.matmul(q, key) + far, -1)
            c = torch.matmul(a, v).permute(0, 2, 1, 3)
            c = c.reshape(c.shape[0], c.shape[1], M.DIM)
            x = net.norm(f"l{k}.ln1", x + self.apply_lin(f"l{k}.out", c))
            x = net.norm(f"l{k}.ln2", x + self.apply_lin(f"l{k}.down", F.gelu(self.apply_lin(f"l{k}.up", x))))
            states.append(x)
        share = (m / m.sum(1, keepdim=True)).unsqueeze(1)
        emb = self.apply_lin("h.emb", torch.cat([torch.matmul(share, states[k]).squeeze(1) for k in (1, 3, 5)], -1))
        emb = emb / emb.pow(2).sum(-1, keepdim=True).sqrt()
        w = torch.gather(x, 1, word_index.unsqueeze(-1).expand(-1, -1, M.DIM))
        inner = w[:, 1:]
        ner, pos = self.apply_lin("h.ner", inner), self.apply_lin("h.pos", inner)
        dep, head = F.gelu(self.apply_lin("h.arc_dep", inner)), F.gelu(self.apply_lin("h.arc_head", w))
        arc = torch.matmul(self.apply_lin("h.arc_u", dep), head.transpose(1, 2))
        arc = arc + self.apply_lin("h.arc_bias", head).transpose(1, 2)
        rd, rh = F.gelu(self.apply_lin("h.rel_dep", inner)), F.gelu(self.apply_lin("h.rel_head", w))
        n = len(text.REL)
        u = self.apply_lin("h.rel_u", rd)  # [B, W, 37*96]
        u = u.reshape(u.shape[0], u.shape[1] * n, M.LAB)
        rel = torch.matmul(u, rh.transpose(1, 2))  # [B, W*37, W+1]
        rel = rel.reshape(rel.shape[0], inner.shape[1], n, rel.shape[2]).permute(0, 1, 3, 2)
        rel = rel + self.apply_lin("h.rel_d", rd).unsqueeze(2)
        aux = F.gelu(self.apply_lin("h.aux", inner))
        return ner, pos, arc, rel, emb, self.apply_lin("h.att", aux), self.apply_lin("h.fact", aux).squeeze(-1)


def fp32(net, path):
    g = Graph(net).eval()
    ids = torch.tensor([[101, 2023, 2003, 2157, 102], [101, 2023, 2003, 102, 0]])
    args = (ids, (ids > 0).long(), torch.zeros_like(ids), torch.tensor([[0, 1, 2], [0, 1, 2]]))
    b, l, w = "batch", "pieces", "words"
    torch.onnx.export(g, args, path, opset_version=14, input_names=["input_ids", "attention_mask", "token_type_ids",
                                                                    "word_index"], output_names=OUTPUTS,
                      dynamic_axes={"input_ids": {0: b, 1: l}, "attention_mask": {0: b, 1: l}, "token_type_ids": {0: b, 1: l},
                                    "word_index": {0: b, 1: w}, "ner": {0: b, 1: "n"}, "pos": {0: b, 1: "n"},
                                    "arc": {0: b, 1: "n", 2: w}, "rel": {0: b, 1: "n", 2: w}, "emb": {0: b},
                                    "attribution": {0: b, 1: "n"}, "factuality": {0: b, 1: "n"}})


def columns(w):
    """int8 of a [in, out] matrix with one scale per column."""
    s = (np.abs(w).max(0) / 127).astype(np.float32)
    s[s == 0] = 1
    return np.clip(np.rint(w / s), -127, 127).astype(np.int8), s


def int8(src, dst, keep=("_out", "l0")):
    """Matrix products with constant weights become DynamicQuantizeLinear + MatMulInteger; the word table int8 by row.

    Products whose layer's name contains one of `keep` keep their input in fp32 and have int8 weights only."""
    m = onnx.load(src)
    g = m.graph
    init = {i.name: i for i in g.initializer}
    nodes, new, gone, quantized = [], [], set(), {}
    bias_of = {}
    for n in g.node:
        if n.op_type == "Add":
            for i in n.input:
                if i in init:
                    for o in n.input:
                        bias_of[o] = i
    for n in g.node:
        if n.op_type == "MatMul" and n.input[1] in init and len(init[n.input[1]].dims) == 2:
            name = bias_of.get(n.output[0], n.input[1])
            w = numpy_helper.to_array(init[n.input[1]])
            if w.shape[1] < 8:
                nodes.append(n)
                continue
            q, s = columns(w)
            x = n.input[0]
            if any(k in name for k in keep):
                base = n.input[1]
                new += [numpy_helper.from_array(q, base + "_q"), numpy_helper.from_array(s, base + "_s")]
                gone.add(base)
                nodes += [helper.make_node("DequantizeLinear", [base + "_q", base + "_s"], [base + "_w"], axis=1),
                          helper.make_node("MatMul", [x, base + "_w"], list(n.output))]
                continue
            if x not in quantized:
                quantized[x] = (x + "_q", x + "_s", x + "_z")
                nodes.append(helper.make_node("DynamicQuantizeLinear", [x], list(quantized[x])))
            xq, xs, xz = quantized[x]
            o = n.output[0]
            base = n.input[1]
            new += [numpy_helper.from_array(q, base + "_q"), numpy_helper.from_array(s, base + "_s"),
                    numpy_helper.from_array(np.zeros((), np.int8), base + "_z")]
            gone.add(base)
            nodes += [helper.make_node("MatMulInteger", [xq, base + "_q", xz, base + "_z"], [o + "_i"]),
                      helper.make_node("Cast", [o + "_i"], [o + "_f"], to=TensorProto.FLOAT),
                      helper.make_node("Mul", [xs, base + "_s"], [o + "_m"]),
                      helper.make_node("Mul", [o + "_f", o + "_m"], [o])]
        elif n.op_type == "Gather" and n.input[0] in init and init[n.input[0]].dims[0] == M.VOCAB:
            w = numpy_helper.to_array(init[n.input[0]])
            q, s = columns(w.T)
            base, o = n.input[0], n.output[0]
            new += [numpy_helper.from_array(np.ascontiguousarray(q.T), base + "_q"),
                    numpy_helper.from_array(np.ascontiguousarray(s[:, None]), base + "_s")]
            gone.add(base)
            nodes += [helper.make_node("Gather", [base + "_q", n.input[1]], [o + "_q"]),
                      helper.make_node("Cast", [o + "_q"], [o + "_f"], to=TensorProto.FLOAT),
                      helper.make_node("Gather", [base + "_s", n.input[1]], [o + "_s"]),
                      helper.make_node("Mul", [o + "_f", o + "_s"], [o])]
        else:
            nodes.append(n)
    used = {i for n in nodes for i in n.input}
    keep_init = [i for i in g.initializer if i.name not in gone or i.name in used] + new
    del g.node[:], g.initializer[:]
    g.node.extend(nodes)
    g.initializer.extend(keep_init)
    onnx.checker.check_model(m)
    onnx.save(m, dst)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--ckpt", default=OUT + "/ckpt/last.pt")
    a.add_argument("--out", required=True)
    a.add_argument("--random", action="store_true", help="stock encoder, untrained heads: the right shape only")
    o = a.parse_args()
    torch.set_num_threads(1)
    os.makedirs(o.out, exist_ok=True)
    net, step, seen = (M.load_stock(M.Reader(), STOCK), 0, 0) if o.random else from_checkpoint(o.ckpt)
    fp32(net, o.out + "/fp32.onnx")
    int8(o.out + "/fp32.onnx", o.out + "/tmp.onnx")
    os.replace(o.out + "/tmp.onnx", o.out + "/model.onnx")
    with open(OUT + "/vocab.txt", encoding="utf-8") as f, open(o.out + "/vocab.txt", "w", encoding="utf-8") as v:
        v.write(f.read())
    print("exported step", step, "seen", seen, os.path.getsize(o.out + "/model.onnx"))


if __name__ == "__main__":
    main()
