#!/usr/bin/env python3
"""Writes a checkpoint, or the mean of several that were trained on from one another, as the program's weights file.

usage: export.py CHECKPOINT... [--out nlp/model/weights.bin] [--work train/work]
"""
import argparse, json, os

import torch

from network import Network
from weights import quantise_rows, write_weights

LINEAR = ("tag", "upos", "name", "arc_dep", "arc_head", "arc", "arc_root", "rel_dep", "rel_head", "rel", "attr_self", "attr_head",
          "role", "inner", "content_query", "cue_key", "cue_query", "source_key", "no_source")
TABLES = ("word", "affix", "ngram", "shape", "context", "attr_rel", "attr_tag")
PLAIN = ("rel_root", "trans", "trans_start", "inner_trans", "inner_start", "content_far", "source_far")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint", nargs="+")
    p.add_argument("--out", default=os.path.join(here, "..", "nlp", "model", "weights.bin"))
    p.add_argument("--work", default=os.path.join(here, "work"))
    a = p.parse_args()
    labels = json.load(open(os.path.join(a.work, "labels.json")))
    kept = [torch.load(c) for c in a.checkpoint]
    net = Network(labels, kept[0]["sizes"])
    net.load_state_dict({k: sum(c["net"][k] for c in kept) / len(kept) for k in kept[0]["net"]})
    out = {}

    def matrix(name, weight, bias=None):
        out[name], out[name + ".scale"] = quantise_rows(weight.detach().numpy())
        if bias is not None:
            out[name + ".bias"] = bias.detach().numpy()

    def norm(name, layer):
        out[name + ".gamma"], out[name + ".beta"] = layer.weight.detach().numpy(), layer.bias.detach().numpy()

    def recurrent(name, layer):
        norm(name + ".norm", layer.norm)
        matrix(name + ".proj", layer.proj.weight, layer.proj.bias)
        out[name + ".v"] = layer.v.detach().numpy()

    scale = {"arc": net.s["arc"] ** -0.5, "content_query": net.s["link"] ** -0.5, "cue_query": net.s["link"] ** -0.5}
    for name in LINEAR:
        layer, k = getattr(net, name), scale.get(name, 1.0)
        matrix(name, layer.weight * k, None if layer.bias is None else layer.bias * k)
    for name in TABLES:
        w = getattr(net, name).weight
        matrix(name, w[1:] if name == "ngram" else w)  # row 0 of the n-grams is PyTorch's padding
    for name in PLAIN:
        out[name] = getattr(net, name).detach().numpy()
    for name in ("norm_in", "norm_out", "attr_in", "attr_out"):
        norm(name, getattr(net, name))
    for i, layer in enumerate(net.layers):
        recurrent(f"layers.{i}", layer)
    for i, layer in enumerate(net.attr_layers):
        recurrent(f"attr_layers.{i}", layer)
    for name, key in (("words", "Words"), ("tag", "Tags"), ("upos", "UPOS"), ("rel", "Rels"), ("name", "Names"), ("role", "Roles")):
        out["labels." + name] = labels[key]
    write_weights(a.out, {"network": 1, "epochs": [c["epoch"] for c in kept], "sizes": kept[0]["sizes"]}, out)
    print(f"{a.out}: {os.path.getsize(a.out) / 1e6:.1f} MB")


main()
