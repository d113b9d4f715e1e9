// Package model is the neural runtime: what the reader's learned stages need in order to run, and nothing of how they
// were trained. A weights file goes in ([Open]); out come named tensors, and the operations of a small recurrent
// network over them: hashed embeddings ([Embedding]), matrix products with 8-bit integers ([Linear], [Pairwise]), layer
// normalisation ([LayerNorm]), the Simple Recurrent Unit ([Scan]), and what stands between them.
//
// # Numbers
//
// Every operation gives the same bits on every machine. Integer sums are exact, each floating-point operation is
// rounded by itself to float32 (no fused multiply-add), and sums of floats have a fixed order. So a reading does not
// depend on the processor it was made on, and the kernels in assembly are tested for equality with the portable ones,
// not for nearness. The one exception is the payload of a NaN.
//
// # Kernels
//
// amd64 with AVX2 (found at run time) and arm64 with NEON have kernels in assembly; see [Kernel]. The environment
// variable GAINSAY_CPU=portable and the build tag purego choose plain Go instead.
//
// # Misuse
//
// Slices that are too short for the dimensions given, and dimensions that do not fit each other, are faults of the
// program and panic. Faults of the weights file are errors. No value of the activations, NaN and infinity included,
// panics.
package model
