#!/usr/bin/env python3
"""Labels statements inside statements, which PolNeAR does not annotate: a first model reads each annotated content by
itself, as if it were a text, and what it finds there becomes the training material of the inner roles.

usage: nested.py CHECKPOINT [--work train/work]      writes WORK/polnear_train/inner.i32 and inner_link.i32
"""
import argparse, json, os

import numpy as np
import torch

from batches import Split
from network import Network
from scores import statements, viterbi

LEAST = 5  # tokens of a content that can hold a statement
SKIP = {"“", '"', "'", "that", "to", ",", ":", "”"}
SELF = {"i", "we", "you"}  # a speaker's own belief within the speaker's own quotation is no report of another


@torch.no_grad()
def main():
    here = os.path.dirname(os.path.abspath(__file__))
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--work", default=os.path.join(here, "work"))
    a = p.parse_args()
    labels = json.load(open(os.path.join(a.work, "labels.json")))
    kept = torch.load(a.checkpoint)
    net = Network(labels, kept["sizes"])
    net.load_state_dict(kept["net"], strict=False)
    net.eval()
    split = Split(os.path.join(a.work, "polnear_train"), labels)
    role, word = split.col["role"], split.col["word"]
    name = ["", *labels["Words"]]
    contents, i = [], 0
    while i < len(role):
        if role[i] == 5:
            j = i + 1
            while j < len(role) and role[j] == 6:
                j += 1
            first = i
            while first < j and name[word[first]] in SKIP:
                first += 1
            if j - first >= LEAST:
                contents.append((first, j))
            i = j
        else:
            i += 1
    contents.sort(key=lambda r: r[1] - r[0])
    inner, links = np.zeros(len(role), "<i4"), []
    for k in range(0, len(contents), 64):
        part = contents[k:k + 64]
        b = split.batch(part)
        h = net.encode(b)
        heads = net.parse(h, b).argmax(-1)
        rels, tags = net.relations(h, heads).argmax(-1), net.tag(h).argmax(-1)
        vec = net.attribution(h, heads, rels, tags, b["length"])
        emit = net.role(vec).numpy()
        for (s, e), v, em in zip(part, vec, emit):
            seq = viterbi(em[:e - s], net.trans.numpy(), net.trans_start.numpy())
            for sources, cue, found in statements(net, v[:e - s], seq):
                if any(name[word[s + x]] in SELF for _, x, _ in sources) or not sources:
                    continue
                for kind, x, y in [*sources, cue, *found]:
                    inner[s + x:s + y] = 2 + 2 * kind
                    inner[s + x] = 1 + 2 * kind
                src = s + sources[0][1]
                links += [(s + cue[1], s + cue[2], src, s + sources[0][2], s + x, s + y) for _, x, y in found]
    inner.tofile(os.path.join(a.work, "polnear_train", "inner.i32"))
    np.array(links, "<i4").reshape(-1, 6).tofile(os.path.join(a.work, "polnear_train", "inner_link.i32"))
    print(f"{len(contents)} contents, {len({l[0] for l in links})} statements inside them")


main()
