"""The arrays that prep wrote, and batches of them."""
import json, os

import numpy as np
import torch

MISSING = -100


class Split:
    def __init__(self, folder, labels):
        self.col = {}
        for name in ("word", "shape", "context", "sentence", "doc", "tag", "upos", "head", "rel", "name", "role", "start", "end", "affix", "ngram", "link", "inner", "inner_link"):
            path = os.path.join(folder, name + ".i32")
            self.col[name] = np.fromfile(path, dtype="<i4") if os.path.exists(path) else np.zeros(0, "<i4")
        self.col["affix"] = self.col["affix"].reshape(-1, labels["Affixes"])
        self.col["ngram"] = self.col["ngram"].reshape(-1, labels["MaxNgrams"])
        for name in ("link", "inner_link"):
            link = self.col[name].reshape(-1, 6)
            self.col[name] = link[np.argsort(link[:, 0], kind="stable")]
        if not len(self.col["inner"]):
            self.col["inner"] = np.full(len(self.col["word"]), MISSING, "<i4")
        self.docs = json.load(open(os.path.join(folder, "meta.json")))["docs"]
        key = self.col["doc"].astype(np.int64) << 20 | self.col["sentence"]
        cut = np.flatnonzero(np.diff(key)) + 1
        self.sents = np.concatenate([[0], cut, [len(key)]])
        self.sent_doc = self.col["doc"][self.sents[:-1]]
        self.has_roles = bool((self.col["role"] != MISSING).any())

    def runs(self, rng, most):
        """Runs of whole sentences of one document, at most `most` tokens each (a longer sentence is a run of its own, cut)."""
        out, a, limit = [], 0, None
        n = len(self.sents) - 1
        for i in range(n):
            if limit is None or self.sent_doc[i] != self.sent_doc[a]:
                if limit is not None:
                    out.append((self.sents[a], self.sents[i]))
                a, limit = i, (int(rng.integers(most // 3, most + 1)) if rng is not None else most)
            elif self.sents[i + 1] - self.sents[a] > limit:
                out.append((self.sents[a], self.sents[i]))
                a, limit = i, most
        out.append((self.sents[a], self.sents[n]))
        return [(s, min(e, s + 2 * most)) for s, e in out]

    def batch(self, runs):
        B, T = len(runs), max(e - s for s, e in runs)
        out = {"base": [s for s, _ in runs], "length": torch.tensor([e - s for s, e in runs], dtype=torch.int32)}
        for name in ("word", "shape", "context", "sentence", "tag", "upos", "rel", "name", "role", "inner"):
            fill = MISSING if name in ("tag", "upos", "rel", "name", "role", "inner") else 0
            m = np.full((B, T), fill, np.int64)
            for b, (s, e) in enumerate(runs):
                m[b, :e - s] = self.col[name][s:e]
            out[name] = torch.from_numpy(m)
        for name, fill in (("affix", 0), ("ngram", -1)):
            m = np.full((B, T, self.col[name].shape[1]), fill, np.int64)
            for b, (s, e) in enumerate(runs):
                m[b, :e - s] = self.col[name][s:e]
            out[name] = torch.from_numpy(m)
        head = np.full((B, T), MISSING, np.int64)
        for b, (s, e) in enumerate(runs):
            h = self.col["head"][s:e].astype(np.int64)
            h = np.where(h < 0, T, np.where((h >= s) & (h < e), h - s, MISSING))
            head[b, :e - s] = h
        out["head"] = torch.from_numpy(head)
        out["real"] = torch.arange(T)[None] < out["length"][:, None]
        return out

    def links(self, runs, column="link"):
        """For each run: (cue, source or None, content) as ranges (first, last) inside it; "outside" for a source outside."""
        out = []
        link = self.col[column]
        for s, e in runs:
            lo, hi = np.searchsorted(link[:, 0], s), np.searchsorted(link[:, 0], e)
            rows = link[lo:hi]
            rows = rows[(rows[:, 1] <= e) & (rows[:, 4] >= s) & (rows[:, 5] <= e)]
            part = []
            for c0, c1, q0, q1, k0, k1 in rows.tolist():
                source = None if q0 < 0 else ((q0 - s, q1 - s) if s <= q0 and q1 <= e else "outside")
                part.append(((c0 - s, c1 - s), source, (k0 - s, k1 - s)))
            out.append(part)
        return out


def batches(splits, rng, tokens, most):
    """One epoch: batches of runs of about `tokens` tokens, each of one split, in random order."""
    out = []
    for split in splits:
        runs = split.runs(rng, most)
        order = rng.permutation(len(runs))
        runs = [runs[i] for i in order]
        big = 24 * tokens // most
        for k in range(0, len(runs), big):  # runs of like length share a batch
            part = sorted(runs[k:k + big], key=lambda r: r[1] - r[0])
            cur = []
            for r in part:
                if cur and (r[1] - r[0]) * (len(cur) + 1) > tokens:
                    out.append((split, cur))
                    cur = []
                cur.append(r)
            if cur:
                out.append((split, cur))
    return [out[i] for i in rng.permutation(len(out))]
