#!/usr/bin/env python3
"""Trains the network and keeps the weights as a checkpoint; export.py writes them for the program.

usage: train.py [--work train/work] [--epochs 12] [--seed 1] [--resume]

Reads what `go run ./train/prep` wrote. After every epoch the scores on the dev splits are printed and the checkpoint
WORK/NAME.pt is renewed: --resume takes the run up where it stopped. The same seed, threads and library give the same file.
"""
import argparse, json, math, os, sys, time

import numpy as np
import torch
from torch.nn import functional as F

from batches import MISSING, Split, batches
from network import SIZES, Network, crf_nll, link_scores
from optimise import AdamW
from scores import evaluate

WEIGHTS = dict(tag=1.0, upos=0.5, arc=1.0, rel=0.7, name=1.0, role=2.0, inner=0.5, content=0.4, source=0.4)

MOST = 256  # tokens of a training run


def losses(net, split, runs, drop, counts, rng):
    batch = split.batch(runs)
    if counts is not None:  # rare words are at times unknown, so that the unknown word learns its place
        w = batch["word"]
        gone = torch.from_numpy(rng.random(w.shape)) < (0.25 / (0.25 + counts[w]))
        batch["word"] = w.masked_fill(gone, 0)
    h = net.encode(batch, drop)
    out = {}
    ce = lambda x, y: F.cross_entropy(x.reshape(-1, x.shape[-1]), y.reshape(-1), ignore_index=MISSING)
    tags = net.tag(h)
    out["tag"] = ce(tags, batch["tag"])
    if (batch["upos"] != MISSING).any():
        out["upos"] = ce(net.upos(h), batch["upos"])
    if (batch["name"] != MISSING).any():
        out["name"] = ce(net.name(h), batch["name"])
    arcs = net.parse(h, batch)
    out["arc"] = ce(arcs, batch["head"])
    T = h.shape[1]
    gold = torch.where(batch["head"] == MISSING, T, batch["head"])
    out["rel"] = ce(net.relations(h, gold), batch["rel"].masked_fill(batch["head"] == MISSING, MISSING))
    if split.has_roles:
        with torch.no_grad():
            heads = arcs.argmax(-1)
            rels = net.relations(h, heads).argmax(-1)
            tagged = tags.argmax(-1)
        a = net.attribution(h, heads, rels, tagged, batch["length"], min(0.5, 1.3 * drop))
        role = batch["role"].clamp(min=0)
        emit = net.role(a)
        out["role"] = crf_nll(emit, role, batch["length"], net.trans, net.trans_start).sum() / batch["length"].sum()
        inner = batch["inner"].clamp(min=0)
        if (batch["inner"] != MISSING).any():
            out["inner"] = crf_nll(net.inner(a), inner, batch["length"], net.inner_trans, net.inner_start).sum() / batch["length"].sum()
        content, source = [], []
        for column in ("link", "inner_link"):
            for b, links in enumerate(split.links(runs, column)):
                if links:
                    link_losses(net, a[b], links, content, source)
        if content:
            out["content"] = torch.cat(content).mean()
        if source:
            out["source"] = torch.cat(source).mean()
    return out


def link_losses(net, v, links, content, source):
    cues = sorted({c for c, _, _ in links})
    sources = sorted({q for _, q, _ in links if q not in (None, "outside")})
    where, which = {c: i for i, c in enumerate(cues)}, {q: i for i, q in enumerate(sources)}
    s, t = link_scores(net, v, [k for _, _, k in links], cues, sources)
    content.append(F.cross_entropy(s, torch.tensor([where[c] for c, _, _ in links]), reduction="none"))
    if t is not None:
        of = {c: q for c, q, _ in links}
        gold = torch.tensor([which.get(of[c], len(sources)) if of[c] != "outside" else MISSING for c in cues])
        source.append(F.cross_entropy(t, gold, reduction="none", ignore_index=MISSING))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "work"))
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--name", default="model")
    p.add_argument("--epochs", type=int, default=12)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--lr", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.25)
    p.add_argument("--tokens", type=int, default=1536)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--resume", action="store_true")
    p.add_argument("--init", help="a checkpoint to begin with, its averaged weights")
    p.add_argument("--trees", type=int, default=1, help="times that the treebanks are read in an epoch")
    p.add_argument("--sizes", default="{}", help="JSON of sizes that differ from network.SIZES")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    labels = json.load(open(os.path.join(a.work, "labels.json")))
    sizes = {**SIZES, **json.loads(a.sizes)}
    net = Network(labels, sizes)
    print("weights", sum(x.numel() for x in net.parameters()), flush=True)
    load = lambda n: Split(os.path.join(a.work, n), labels)
    train = [load("polnear_train"), *[load(n) for n in ("ewt_train", "gum_train")] * a.trees]
    dev = {n: load(n) for n in ("ewt_dev", "gum_dev", "polnear_dev")}
    counts = torch.tensor([1e9] + labels["Counts"], dtype=torch.float64)
    if a.init:
        net.load_state_dict(torch.load(a.init)["net"])
    opt = AdamW(net.parameters())
    path, first, step = os.path.join(a.work, a.name + ".pt"), 0, 0
    if a.resume and os.path.exists(path):
        c = torch.load(path)
        opt.load(c["opt"])
        first, step = c["epoch"], c["step"]
        torch.set_rng_state(c["rng"])
    probe = np.random.default_rng(a.seed)
    total = a.epochs * len(batches(train, probe, a.tokens, MOST))
    for epoch in range(first, a.epochs):
        rng = np.random.default_rng([a.seed, epoch])
        net.train()
        t0, sums, n = time.time(), {}, 0
        for split, runs in batches(train, rng, a.tokens, MOST):
            step += 1
            lr = a.lr * min(1, step / 200) * max(0.01, 0.5 * (1 + math.cos(math.pi * min(1, step / total))))
            ls = losses(net, split, runs, a.drop, counts, rng)
            loss = sum(WEIGHTS[k] * v for k, v in ls.items())
            loss.backward()
            opt.step(lr)
            n += sum(e - s for s, e in runs)
            for k, v in ls.items():
                c = sums.setdefault(k, [0.0, 0])
                c[0] += v.item()
                c[1] += 1
            if step % 100 == 0:
                print(f"step {step}/{total} {n / (time.time() - t0):.0f} tokens/s  " + "  ".join(f"{k} {c[0] / c[1]:.3f}" for k, c in sums.items()), flush=True)
        live = opt.state()
        live = {**live, "params": [p.clone() for p in live["params"]], "mean": [p.clone() for p in live["mean"]]}
        opt.swap()  # the averaged weights are the model; the live ones go on
        torch.save({"net": net.state_dict(), "opt": live, "epoch": epoch + 1, "step": step, "rng": torch.get_rng_state(), "sizes": sizes}, path + ".part")
        print(f"epoch {epoch + 1} after {time.time() - t0:.0f} s")
        evaluate(net, dev, labels, a.work, os.path.join(a.data, "polnear", "dev"))
        opt.swap()
        os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
