"""The reader: MiniLM-L6 (post-LN BERT, 6 x 384, 12 heads) with heads for names, word classes, arcs, labels,
sentence vector, attribution and factuality. Weights and activations of matrix products are bf16 in training."""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import text

LAYERS, DIM, HEADS, INNER, ARC, LAB, AUX = 6, 384, 12, 1536, 256, 96, 256
VOCAB = 30522


class Gelu(torch.autograd.Function):
    """torch 1.13 returns unwritten memory from gelu's backward when the gradient is not contiguous."""

    @staticmethod
    def forward(ctx, x):
        x = x.contiguous()
        ctx.save_for_backward(x)
        return F.gelu(x)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return torch.ops.aten.gelu_backward(g.contiguous(), x)


class Dropout:
    """Masks are windows into one pool of random bits: drawing 10 M fresh numbers a step costs more than the model."""

    def __init__(self, p, size=1 << 23):
        self.p, self.size = p, size
        self.pools = {}

    def refresh(self):
        keep = (torch.rand(self.size) >= self.p).float() / (1 - self.p)
        self.pools = {torch.float32: keep, torch.bfloat16: keep.bfloat16()}

    def __call__(self, x, at):
        n = x.numel()
        if n >= self.size:
            return F.dropout(x, self.p)
        a = at % (self.size - n)
        return x * self.pools[x.dtype][a:a + n].view(x.shape)


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        p = {}

        def linear(name, i, o):
            bound = (6.0 / (i + o)) ** 0.5
            p[name + ".w"] = nn.Parameter(torch.empty(o, i).uniform_(-bound, bound))
            p[name + ".b"] = nn.Parameter(torch.zeros(o))

        def norm(name):
            p[name + ".g"] = nn.Parameter(torch.ones(DIM))
            p[name + ".c"] = nn.Parameter(torch.zeros(DIM))

        p["pos_emb"] = nn.Parameter(torch.randn(512, DIM) * 0.02)
        norm("emb_ln")
        for k in range(LAYERS):
            linear(f"l{k}.qkv", DIM, 3 * DIM)
            linear(f"l{k}.out", DIM, DIM)
            norm(f"l{k}.ln1")
            linear(f"l{k}.up", DIM, INNER)
            linear(f"l{k}.down", INNER, DIM)
            norm(f"l{k}.ln2")
        p["type_emb"] = nn.Parameter(torch.randn(text.TYPES, DIM) * 0.02)
        linear("h.ner", DIM, len(text.NER))
        linear("h.pos", DIM, len(text.POS))
        linear("h.arc_dep", DIM, ARC)
        linear("h.arc_head", DIM, ARC)
        linear("h.arc_u", ARC, ARC)
        linear("h.arc_bias", ARC, 1)
        linear("h.rel_dep", DIM, LAB)
        linear("h.rel_head", DIM, LAB)
        linear("h.rel_u", LAB, len(text.REL) * LAB)
        linear("h.rel_d", LAB, len(text.REL))
        linear("h.aux", DIM, AUX)
        linear("h.att", AUX, len(text.ATT))
        linear("h.fact", AUX, 1)
        linear("h.emb", 3 * DIM, DIM)  # the vector may keep the stock model's geometry while the word states leave it
        with torch.no_grad():
            p["h.emb.w"].zero_()
            p["h.emb.w"][:, 2 * DIM:] = torch.eye(DIM)
            p["h.arc_u.w"].mul_(0.3)
            p["h.rel_u.w"].mul_(0.5)
        self.names = list(p)
        self.p = nn.ParameterDict({k.replace(".", "_"): v for k, v in p.items()})
        self.word_emb = torch.zeros(VOCAB, DIM)  # kept apart: only the rows of a batch are trained in a step
        self.half = False
        self.drop = None
        self.seed = 0

    def get(self, name):
        return self.p[name.replace(".", "_")]

    def is_head(self, name):
        return name.startswith("h.") or name == "type_emb"

    def lin(self, name, x):
        w, b = self.get(name + ".w"), self.get(name + ".b")
        if self.half:
            return F.linear(x.bfloat16(), w.bfloat16(), b.bfloat16())
        return F.linear(x, w, b)

    def norm(self, name, x):
        return F.layer_norm(x, (DIM,), self.get(name + ".g"), self.get(name + ".c"), 1e-12)

    def dropped(self, x):
        if self.drop is None:
            return x
        self.seed = (self.seed * 6364136223846793005 + 1442695040888963407) % (1 << 62)
        return self.drop(x, self.seed >> 20)

    def encode(self, words_emb, mask, types):
        """words_emb [B, L, 384], mask [B, L], types [B, L] -> the six layers' [B, L, 384] in fp32."""
        B, L = types.shape
        x = words_emb + self.get("pos_emb")[:L] + F.embedding(types, self.get("type_emb"))
        x = self.dropped(self.norm("emb_ln", x))
        far = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        d = DIM // HEADS
        states = []
        for k in range(LAYERS):
            q, key, v = self.lin(f"l{k}.qkv", x).view(B, L, 3, HEADS, d).permute(2, 0, 3, 1, 4).unbind(0)
            s = torch.matmul(q, key.transpose(-1, -2)).float() * d ** -0.5 + far
            a = torch.softmax(s, -1)
            if self.half:
                a = a.bfloat16()
            c = torch.matmul(self.dropped(a), v).transpose(1, 2).reshape(B, L, DIM)
            x = self.norm(f"l{k}.ln1", x + self.dropped(self.lin(f"l{k}.out", c)).float())
            f = self.lin(f"l{k}.down", Gelu.apply(self.lin(f"l{k}.up", x)))
            x = self.norm(f"l{k}.ln2", x + self.dropped(f).float())
            states.append(x)
        return states

    def pooled(self, states, mask):
        """Means of the states after layers 2, 4 and 6, mapped to one vector of length 1."""
        m = (mask.float() / mask.float().sum(1, keepdim=True))[:, None, :]
        three = torch.cat([torch.matmul(m, states[k])[:, 0] for k in (1, 3, 5)], -1)
        return F.normalize(F.linear(three, self.get("h.emb.w"), self.get("h.emb.b")), dim=-1)

    def words(self, states, word_index):
        return torch.gather(states[-1], 1, word_index[:, :, None].expand(-1, -1, DIM))

    def arcs(self, w):
        """w [B, W+1, 384] -> [B, W, W+1]"""
        dep = self.dropped(Gelu.apply(self.lin("h.arc_dep", w[:, 1:])))
        head = self.dropped(Gelu.apply(self.lin("h.arc_head", w)))
        s = torch.matmul(self.lin("h.arc_u", dep), head.transpose(1, 2))
        return s.float() + self.lin("h.arc_bias", head).transpose(1, 2).float()

    def rel_parts(self, w):
        dep = self.dropped(Gelu.apply(self.lin("h.rel_dep", w[:, 1:])))
        head = self.dropped(Gelu.apply(self.lin("h.rel_head", w)))
        return dep, head

    def rel_at(self, dep, head):
        """dep [N, 96], head [N, 96] -> [N, 37]"""
        u = self.lin("h.rel_u", dep).view(-1, len(text.REL), LAB)
        return (torch.bmm(u, head[:, :, None])[:, :, 0] + self.lin("h.rel_d", dep)).float()

    def aux(self, w):
        a = self.dropped(Gelu.apply(self.lin("h.aux", w)))
        return self.lin("h.att", a).float(), self.lin("h.fact", a).float()[..., 0]


def stock(onnx_path):
    """Parameters of the stock encoder out of its ONNX graph."""
    import onnx
    from onnx import numpy_helper
    g = onnx.load(onnx_path).graph
    init = {i.name: numpy_helper.to_array(i) for i in g.initializer}
    made = {o: n for n in g.node for o in n.output}

    def weight(bias):
        for n in g.node:
            if n.op_type == "Add" and bias in n.input:
                other = [i for i in n.input if i != bias][0]
                return np.ascontiguousarray(init[made[other].input[1]].T)
        raise KeyError(bias)

    out = {"word_emb": init["embeddings.word_embeddings.weight"], "pos_emb": init["embeddings.position_embeddings.weight"],
           "type_emb": np.repeat(init["embeddings.token_type_embeddings.weight"][:1], text.TYPES, 0),
           "emb_ln.g": init["embeddings.LayerNorm.weight"], "emb_ln.c": init["embeddings.LayerNorm.bias"]}
    for k in range(LAYERS):
        a = f"encoder.layer.{k}."
        qkv = [a + f"attention.self.{n}.bias" for n in ("query", "key", "value")]
        out[f"l{k}.qkv.w"] = np.concatenate([weight(b) for b in qkv])
        out[f"l{k}.qkv.b"] = np.concatenate([init[b] for b in qkv])
        for mine, theirs in (("out", "attention.output"), ("up", "intermediate"), ("down", "output")):
            out[f"l{k}.{mine}.w"] = weight(a + theirs + ".dense.bias")
            out[f"l{k}.{mine}.b"] = init[a + theirs + ".dense.bias"]
        for mine, theirs in (("ln1", "attention.output"), ("ln2", "output")):
            out[f"l{k}.{mine}.g"] = init[a + theirs + ".LayerNorm.weight"]
            out[f"l{k}.{mine}.c"] = init[a + theirs + ".LayerNorm.bias"]
    return out


def load_stock(model, onnx_path):
    with torch.no_grad():
        for k, v in stock(onnx_path).items():
            if k == "word_emb":
                model.word_emb = torch.tensor(v)
            else:
                model.get(k).copy_(torch.tensor(v))
    return model
