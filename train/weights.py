"""Writes weights files for the Go runtime (nlp/model). Needs numpy only.

The layout, version 1, all numbers little endian:

    0   "GAINSAYW"
    8   version, u32
    12  length of the header in bytes, u32
    16  header: JSON {"meta": …, "tensors": [{"name", "type", "shape", "offset", "size"}, …]}
        zeros up to a multiple of 64
        data: the tensors in the header's order, each at a multiple of 64; offsets count from here
        SHA-256 of everything before

Types are f32, i8, i32 and str (strings in UTF-8 joined by newlines, shape [n]). Convention: the int8 matrix "x" has
"x.scale", f32, one a row, and may have "x.bias", f32, one a row.

    python3 train/weights.py FILE    writes the small file that the tests of nlp/model read
"""

import hashlib
import json
import os
import struct
import sys

import numpy as np

MAGIC = b"GAINSAYW"
VERSION = 1
ALIGNMENT = 64
TYPES = {"f": ("f32", "<f4"), "i1": ("i8", "<i1"), "i": ("i32", "<i4")}


def write_weights(path: str, meta: dict, tensors: dict[str, np.ndarray | list[str]]) -> None:
    """Writes the file in one step: a reader sees the old file or the whole new one.

    Floating-point arrays become f32, int8 stays i8, other integers become i32. The same arguments give the same bytes,
    whatever the order of the dictionaries. ValueError where a value cannot be kept: an integer outside int32, a float
    that is not finite in float32, a string with a newline.
    """
    entries, body = [], bytearray()
    for name in sorted(tensors):
        kind, shape, data = _encode(name, tensors[name])
        _pad(body)
        entries.append({"name": name, "type": kind, "shape": shape, "offset": len(body), "size": len(data)})
        body += data
    header = json.dumps({"meta": meta, "tensors": entries}, ensure_ascii=False, sort_keys=True, allow_nan=False,
                        separators=(",", ":")).encode()
    out = bytearray(MAGIC + struct.pack("<II", VERSION, len(header)) + header)
    _pad(out)
    out += body
    out += hashlib.sha256(out).digest()
    part = f"{path}.part"
    with open(part, "wb") as f:
        f.write(out)
    os.replace(part, path)


def quantise_rows(w: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 quantisation of each row: scale is the row's greatest magnitude / 127, values are rounded half to
    even. A row of zeros has scale 0. w is approximately values * scale[:, None].
    """
    w = np.asarray(w, dtype=np.float64)
    if w.ndim != 2:
        raise ValueError(f"quantise_rows: wants a matrix, not shape {w.shape}")
    if not np.isfinite(w).all():
        raise ValueError("quantise_rows: the matrix holds NaN or infinity")
    scale = (np.abs(w).max(axis=1, initial=0.0) / 127).astype(np.float32)
    # Divided by the scale as it is stored, so that the values make up for its rounding.
    by = np.where(scale > 0, scale, 1).astype(np.float64)
    return np.clip(np.rint(w / by[:, None]), -127, 127).astype(np.int8), scale


def _encode(name: str, value: np.ndarray | list[str]) -> tuple[str, list[int], bytes]:
    if isinstance(value, (list, tuple)):
        for s in value:
            if not isinstance(s, str) or "\n" in s:
                raise ValueError(f"write_weights: {name}: {s!r} is not a string without newline")
        return "str", [len(value)], "\n".join(value).encode()
    array = np.asarray(value)
    key = "i1" if array.dtype == np.int8 else "i" if array.dtype.kind in "iub" else array.dtype.kind
    if key not in TYPES:
        raise ValueError(f"write_weights: {name}: {array.dtype} has no type in the file")
    kind, dtype = TYPES[key]
    if kind == "i32" and array.size and (int(array.min()) < -2**31 or int(array.max()) >= 2**31):
        raise ValueError(f"write_weights: {name}: holds integers outside int32")
    with np.errstate(over="ignore"):
        array = array.astype(dtype)
    if kind == "f32" and not np.isfinite(array).all():
        raise ValueError(f"write_weights: {name}: holds NaN or infinity")
    return kind, list(array.shape), array.tobytes()


def _pad(b: bytearray) -> None:
    b += bytes(-len(b) % ALIGNMENT)


def _sample(path: str) -> None:
    w = np.arange(-7, 8, dtype=np.float32).reshape(3, 5) / 4
    values, scale = quantise_rows(w)
    write_weights(path, {"name": "sample", "labels": ["é", "x"]}, {
        "layer": values, "layer.scale": scale, "layer.bias": np.array([0.5, -1, 0], dtype=np.float32),
        "counts": np.array([1, -2, 2**31 - 1]), "words": ["", "naïve", "zebra"], "none": [],
    })


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 train/weights.py FILE")
    _sample(sys.argv[1])
