"""Scores of a network on the dev splits, whole documents at a time as the program reads them."""
import json, os, subprocess, sys

import numpy as np
import torch

from batches import MISSING
from network import gaps, link_scores

REACH = 60  # tokens between what is linked


def viterbi(emit, trans, start):
    """The best label sequence of one document; emit [T, N]."""
    T = len(emit)
    back, score = np.zeros((T, emit.shape[1]), np.int64), start + emit[0]
    for t in range(1, T):
        s = score[:, None] + trans
        back[t] = s.argmax(0)
        score = s.max(0) + emit[t]
    path = [int(score.argmax())]
    for t in range(T - 1, 0, -1):
        path.append(int(back[t][path[-1]]))
    return path[::-1]


def spans(labels):
    """(kind, first, last) of B/I labels 1+2k, 2+2k."""
    out = []
    for i, l in enumerate(labels):
        if l == 0:
            continue
        kind = (l - 1) // 2
        if l % 2 == 1 or not out or out[-1][2] != i or out[-1][0] != kind:
            out.append([kind, i, i + 1])
        else:
            out[-1][2] = i + 1
    return out


def statements(net, a, labels):
    """Links spans into statements: (sources, cue, contents)."""
    found = spans(labels)
    part = lambda kind: [(x, y) for k, x, y in found if k == kind]
    sources, cues, contents = part(0), part(1), part(2)
    if not cues or not contents:
        return []
    out = [([], (1, *c), []) for c in cues]
    content, source = link_scores(net, a, contents, cues, sources)
    for i, j in enumerate(content.masked_fill(gaps(contents, cues).abs() > REACH, -1e4).argmax(1).tolist()):
        out[j][2].append((2, *contents[i]))
    if source is not None:
        far = torch.cat([gaps(cues, sources).abs() > REACH, torch.zeros(len(cues), 1, dtype=torch.bool)], 1)
        for i, j in enumerate(source.masked_fill(far, -1e4).argmax(1).tolist()):
            if j < len(sources):
                out[i][0].append((0, *sources[j]))
    return [s for s in out if s[2]]


@torch.no_grad()
def evaluate(net, dev, labels, work, gold):
    net.eval()
    for name, split in dev.items():
        c = dict.fromkeys(("n", "tag", "upos", "upos_n", "uas", "las", "words"), 0)
        tp = pred = ref = 0
        readings = []
        edges = np.flatnonzero(np.diff(split.col["doc"])) + 1
        docs = list(zip([0, *edges], [*edges, len(split.col["doc"])]))
        for s, e in docs:
            b = split.batch([(s, e)])
            h = net.encode(b)
            tags = net.tag(h).argmax(-1)
            arcs = net.parse(h, b)
            heads = arcs.argmax(-1)
            rels = net.relations(h, heads).argmax(-1)
            ok = heads == b["head"]
            c["n"] += e - s
            c["tag"] += int((tags == b["tag"]).sum())
            c["uas"] += int(ok.sum())
            c["las"] += int((ok & (rels == b["rel"])).sum())
            up = b["upos"] != MISSING
            c["upos_n"] += int(up.sum())
            c["upos"] += int(((net.upos(h).argmax(-1) == b["upos"]) & up).sum())
            if (b["name"] != MISSING).any():
                n = net.name(h).argmax(-1)[0].tolist()
                p, g = {tuple(x) for x in spans(n)}, {tuple(x) for x in spans(b["name"][0].tolist())}
                tp, pred, ref = tp + len(p & g), pred + len(p), ref + len(g)
            if split.has_roles:
                a = net.attribution(h, heads, rels, tags, b["length"])[0]
                seq = viterbi(net.role(a).numpy(), net.trans.numpy(), net.trans_start.numpy())
                start, end = split.col["start"][s:e], split.col["end"][s:e]
                span = lambda xs: [[int(start[x[1]]), int(end[x[2] - 1])] for x in xs]
                readings.append({"document": {"name": split.docs[int(split.col["doc"][s])] + ".txt"},
                                 "statements": [{"source": span(q), "cue": span([cue]), "content": span(k)} for q, cue, k in statements(net, a, seq)]})
        line = f"{name:12s} tag {100 * c['tag'] / c['n']:.2f}  UAS {100 * c['uas'] / c['n']:.2f}  LAS {100 * c['las'] / c['n']:.2f}"
        if c["upos_n"]:
            line += f"  UPOS {100 * c['upos'] / c['upos_n']:.2f}"
        if ref:
            line += f"  names F1 {200 * tp / max(1, pred + ref):.2f}"
        print(line, flush=True)
        if readings:
            path = os.path.join(work, "readings.jsonl")
            with open(path, "w") as f:
                f.writelines(json.dumps(r) + "\n" for r in readings)
            scorer = os.path.join(os.path.dirname(gold), "..", "..", "tools", "score_attribution.py")
            print(subprocess.run([sys.executable, scorer, gold, path], capture_output=True, text=True).stdout, flush=True)
