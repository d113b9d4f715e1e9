"""AdamW with gradient clipping and a moving average of the weights, by the kernel in scan.c."""
import ctypes

import torch

from network import LIB, ptr


class AdamW:
    def __init__(self, params, betas=(0.9, 0.98), decay=0.01):
        self.params = [p for p in params]
        self.betas, self.decay, self.step_no = betas, decay, 0
        self.m = [torch.zeros_like(p) for p in self.params]
        self.s = [torch.zeros_like(p) for p in self.params]
        self.mean = [p.detach().clone() for p in self.params]

    @torch.no_grad()
    def step(self, lr, clip=1.0, keep=0.998):
        self.step_no += 1
        grads = [p.grad.contiguous() if p.grad is not None else None for p in self.params]
        norm = sum(LIB.squares(ptr(g), ctypes.c_long(g.numel())) for g in grads if g is not None) ** 0.5
        b1, b2 = self.betas
        f = ctypes.c_float
        keep = min(keep, self.step_no / (self.step_no + 20))
        for p, g, m, s, mean in zip(self.params, grads, self.m, self.s, self.mean):
            if g is None:  # a head without labels in this batch: its average still moves
                mean.mul_(keep).add_(p.detach(), alpha=1 - keep)
                continue
            LIB.adamw(ptr(p), ptr(g), ptr(m), ptr(s), ptr(mean), ctypes.c_long(p.numel()), f(lr), f(b1), f(b2), f(self.decay),
                      f(1 / (1 - b1 ** self.step_no)), f(1 / (1 - b2 ** self.step_no)), f(min(1.0, clip / (norm + 1e-6))), f(keep))
            p.grad = None

    def swap(self):
        """Exchanges the weights and their average; a second call takes it back."""
        with torch.no_grad():
            for p, mean in zip(self.params, self.mean):
                now = p.detach().clone()
                p.copy_(mean)
                mean.copy_(now)

    def state(self):
        return {"m": self.m, "s": self.s, "mean": self.mean, "step": self.step_no, "params": [p.detach() for p in self.params]}

    def load(self, state):
        self.step_no = state["step"]
        with torch.no_grad():
            for mine, kept in ((self.m, state["m"]), (self.s, state["s"]), (self.mean, state["mean"]), (self.params, state["params"])):
                for a, b in zip(mine, kept):
                    a.copy_(b)
