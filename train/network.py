"""The network: a shared encoder of Simple Recurrent Units and a head for each task.

Everything that the program computes at run time is here in the same order (nlp/encode, nlp/parse, nlp/tag, nlp/names,
attribution); train.py adds only losses. Shapes: B rows (runs of sentences of one document), T tokens.
"""
import ctypes, hashlib, os, subprocess, tempfile

import torch
from torch import nn
from torch.nn import functional as F

SIZES = dict(word=128, affix=64, ngram=64, shape=32, context=32, layers=5, arc=192, rel=128, attr=256, attr_layers=2, link=64)


def kernel():
    """Compiles scan.c once a version into the temporary folder."""
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scan.c")
    name = hashlib.sha256(open(here, "rb").read()).hexdigest()[:16]
    lib = os.path.join(tempfile.gettempdir(), f"gainsay-scan-{name}.so")
    if not os.path.exists(lib):
        subprocess.run(["gcc", "-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-fopenmp", "-fPIC", "-shared", here, "-o", lib + ".part"], check=True)
        os.replace(lib + ".part", lib)
    lib = ctypes.CDLL(lib)
    lib.squares.restype = ctypes.c_double
    return lib


LIB = kernel()


def ptr(t):
    return ctypes.c_void_p(t.data_ptr())


class Scan(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, x, v, length):
        u, x, v = u.contiguous(), x.contiguous(), v.contiguous()
        B, T, D = x.shape
        h, c = torch.zeros_like(x), torch.zeros_like(x)
        LIB.scan_forward(ptr(u), ptr(x), ptr(v), ptr(length), ptr(h), ptr(c), B, T, D // 2)
        ctx.save_for_backward(u, x, v, length, c)
        return h

    @staticmethod
    def backward(ctx, gh):
        u, x, v, length, c = ctx.saved_tensors
        B, T, D = x.shape
        gh = gh.contiguous()
        gu, gx, gv = torch.zeros_like(u), torch.zeros_like(x), torch.zeros(B, *v.shape)
        LIB.scan_backward(ptr(u), ptr(x), ptr(v), ptr(length), ptr(c), ptr(gh), ptr(gu), ptr(gx), ptr(gv), B, T, D // 2)
        return gu, gx, gv.sum(0), None


class Layer(nn.Module):
    """One bidirectional layer: u = W norm(x), then the recurrence with x as its highway."""

    def __init__(self, dim):
        super().__init__()
        self.norm, self.proj = nn.LayerNorm(dim), nn.Linear(dim, 3 * dim)
        self.v = nn.Parameter(torch.zeros(2, dim))
        nn.init.uniform_(self.proj.weight, -(3 / dim) ** 0.5, (3 / dim) ** 0.5)
        nn.init.zeros_(self.proj.bias)
        h = dim // 2
        with torch.no_grad():  # forget gates begin open at various lengths, highways lean to the input
            for d in (0, 3 * h):
                self.proj.bias[d + h:d + 2 * h] = torch.linspace(-0.5, 3.0, h)
                self.proj.bias[d + 2 * h:d + 3 * h] = -0.5

    def forward(self, x, length, drop):
        y = self.norm(x)
        if self.training and drop:
            y = y * F.dropout(torch.ones(y.shape[0], 1, y.shape[2]), drop)
        return Scan.apply(self.proj(y), x, self.v, length)


class Network(nn.Module):
    def __init__(self, labels, sizes=SIZES):
        super().__init__()
        s = self.s = sizes
        self.labels = labels
        dim = self.dim = s["word"] + s["affix"] + s["ngram"] + s["shape"] + s["context"]
        emb = lambda n, d, **k: nn.Embedding(n, d, **k)
        self.word = emb(len(labels["Words"]) + 1, s["word"])
        self.affix = nn.EmbeddingBag(labels["AffixRows"], s["affix"], mode="sum")
        self.ngram = nn.EmbeddingBag(labels["NgramRows"] + 1, s["ngram"], mode="mean", padding_idx=0)
        self.shape, self.context = emb(labels["ShapeRows"], s["shape"]), emb(labels["Contexts"], s["context"])
        for t in (self.word, self.affix, self.ngram, self.shape, self.context):
            nn.init.normal_(t.weight, std=0.3)
        with torch.no_grad():
            self.affix.weight.mul_(0.4)
            self.ngram.weight.mul_(2.0)
            self.ngram.weight[0] = 0
            self.word.weight[0] = 0
        self.norm_in = nn.LayerNorm(dim)
        self.layers = nn.ModuleList(Layer(dim) for _ in range(s["layers"]))
        self.norm_out = nn.LayerNorm(dim)
        lin = nn.Linear
        self.tag, self.upos, self.name = lin(dim, len(labels["Tags"])), lin(dim, len(labels["UPOS"])), lin(dim, len(labels["Names"]))
        self.arc_dep, self.arc_head, self.arc, self.arc_root = lin(dim, s["arc"]), lin(dim, s["arc"]), lin(s["arc"], s["arc"]), lin(s["arc"], 1)
        self.rel_dep, self.rel_head, self.rel = lin(dim, s["rel"]), lin(dim, s["rel"]), lin(s["rel"], len(labels["Rels"]))
        self.rel_root = nn.Parameter(torch.zeros(s["rel"]))
        a = s["attr"]
        self.attr_self, self.attr_head = lin(dim, a), lin(dim, a, bias=False)
        self.attr_rel, self.attr_tag = emb(len(labels["Rels"]), a), emb(len(labels["Tags"]), a)
        for t in (self.attr_rel, self.attr_tag):
            nn.init.normal_(t.weight, std=0.2)
        self.attr_in = nn.LayerNorm(a)
        self.attr_layers = nn.ModuleList(Layer(a) for _ in range(s["attr_layers"]))
        self.attr_out = nn.LayerNorm(a)
        n = len(labels["Roles"])
        self.role = lin(a, n)
        self.trans = nn.Parameter(torch.zeros(n, n))
        self.trans_start = nn.Parameter(torch.zeros(n))
        k = s["link"]
        self.inner, self.inner_trans, self.inner_start = lin(a, n), nn.Parameter(torch.zeros(n, n)), nn.Parameter(torch.zeros(n))
        # links see a span's first and last token side by side
        self.content_query, self.cue_key = lin(2 * a, k), lin(2 * a, k)
        self.cue_query, self.source_key, self.no_source = lin(2 * a, k), lin(2 * a, k), lin(2 * a, 1)
        self.content_far, self.source_far = nn.Parameter(torch.zeros(24)), nn.Parameter(torch.zeros(24))
        with torch.no_grad():  # what may never follow: an inside label after anything but its own kind
            for i in range(2, n, 2):
                for j in range(n):
                    if j not in (i - 1, i):
                        self.trans[j, i] = self.inner_trans[j, i] = -20.0
                self.trans_start[i] = self.inner_start[i] = -20.0

    def encode(self, batch, drop=0.0):
        s = self.s
        B, T = batch["word"].shape
        word = self.word(batch["word"])
        if self.training:
            affix, ngram = batch["affix"].view(B * T, -1), batch["ngram"].view(B * T, -1)
        else:
            affix, ngram = batch["affix"].reshape(B * T, -1), batch["ngram"].reshape(B * T, -1)
        x = torch.cat([word, self.affix(affix).view(B, T, -1), self.ngram(ngram + 1).view(B, T, -1), self.shape(batch["shape"]), self.context(batch["context"])], -1)
        x = self.norm_in(x)
        if self.training and drop:
            x = F.dropout(x, drop)
        for layer in self.layers:
            x = layer(x, batch["length"], drop)
        h = self.norm_out(x)
        return F.dropout(h, drop, self.training)

    def parse(self, h, batch):
        """Scores of arcs [B, T, T+1] (column T is the root), masked to the sentence."""
        dep, head = F.relu(self.arc_dep(h)), F.relu(self.arc_head(h))
        arc = self.arc(dep) @ head.transpose(1, 2) * (self.s["arc"] ** -0.5)
        same = batch["sentence"].unsqueeze(1) == batch["sentence"].unsqueeze(2)
        same = same & (batch["real"].unsqueeze(1)) & ~torch.eye(h.shape[1], dtype=torch.bool)
        arc = arc.masked_fill(~same, -1e4)
        return torch.cat([arc, self.arc_root(dep)], -1)

    def relations(self, h, heads):
        """Scores of relations [B, T, R] for given heads [B, T], T for the root."""
        dep, head = self.rel_dep(h), self.rel_head(h)
        head = torch.cat([head, self.rel_root.expand(h.shape[0], 1, -1)], 1)
        got = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.rel(F.relu(dep + got))

    def attribution(self, h, heads, rels, tags, length, drop=0.0):
        """The vectors [B, T, A] on which roles and links are decided."""
        far = torch.cat([self.attr_head(h), torch.zeros(h.shape[0], 1, self.s["attr"])], 1)
        far = far.gather(1, heads.unsqueeze(-1).expand(-1, -1, far.shape[-1]))
        a = self.attr_in(self.attr_self(h) + far + self.attr_rel(rels) + self.attr_tag(tags))
        for layer in self.attr_layers:
            a = layer(a, length, drop)
        return F.dropout(self.attr_out(a), drop, self.training)


def bucket(distance):
    """Signed logarithmic buckets 0..23 of token distances: 12 a side."""
    m = distance.abs().clamp(min=1).float()
    k = (torch.log2(m) * 1.5).floor().clamp(max=11).long()
    return torch.where(distance < 0, k, k + 12)


def gaps(a, b):
    """Tokens from each span of a to each of b [A, B]: 1 for the next token, negative where b lies before a, 0 where they touch
    or overlap in no order. a and b are lists of (first, last)."""
    a, b = torch.tensor(a), torch.tensor(b)
    after, before = b[None, :, 0] - a[:, None, 1] + 1, b[None, :, 1] - a[:, None, 0] - 1
    return torch.where(after > 0, after, torch.where(before < 0, before, torch.zeros_like(after)))


def ends(v, spans):
    """The vectors of first and last tokens side by side [n, 2A]; v [T, A]."""
    at = torch.tensor(spans)
    return torch.cat([v[at[:, 0]], v[at[:, 1] - 1]], -1)


def link_scores(net, v, contents, cues, sources):
    """Scores of each content's cue [K, Q], and of each cue's source, none last [Q, S + 1]; None where there is nothing to choose."""
    scale = net.s["link"] ** -0.5
    q = ends(v, cues)
    content = source = None
    if contents:
        content = net.content_query(ends(v, contents)) @ net.cue_key(q).T * scale + net.content_far[bucket(gaps(contents, cues))]
    none = net.no_source(q)
    if sources:
        s = net.cue_query(q) @ net.source_key(ends(v, sources)).T * scale + net.source_far[bucket(gaps(cues, sources))]
        source = torch.cat([s, none], 1)
    return content, source


class CRF(torch.autograd.Function):
    @staticmethod
    def forward(ctx, emit, trans, start, gold, length):
        B, T, N = emit.shape
        emit, gold = emit.contiguous(), gold.contiguous()
        nll, ge, gt, gs = torch.zeros(B), torch.zeros_like(emit), torch.zeros(B, N, N), torch.zeros(B, N)
        LIB.crf(ptr(emit), ptr(gold), ptr(length), ptr(trans), ptr(start), ptr(nll), ptr(ge), ptr(gt), ptr(gs), B, T, N)
        ctx.save_for_backward(ge, gt, gs)
        return nll

    @staticmethod
    def backward(ctx, g):
        ge, gt, gs = ctx.saved_tensors
        return ge * g[:, None, None], (gt * g[:, None, None]).sum(0), (gs * g[:, None]).sum(0), None, None


def crf_nll(emit, gold, length, trans, start):
    """The negative log-likelihood of label sequences, summed [B]; emit [B, T, N], gold [B, T]."""
    return CRF.apply(emit, trans, start, gold, length)
