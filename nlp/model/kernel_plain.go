//go:build !amd64 || purego

package model

// What is not in assembly here. On arm64 the products are by far the most of the work; the rest, a few thousand values a
// word against millions of multiply-adds, is left to the compiler.

func quantiseRow(dst []lane, x []float32) float32           { return quantiseRowPortable(dst, x) }
func addScaled(dst []float32, values []int8, scale float32) { addScaledPortable(dst, values, scale) }
func normaliseRow(dst, x, gamma, beta []float32)            { normaliseRowPortable(dst, x, gamma, beta) }
func scanStep(h, ux, uf, ur, x, vf, vr, c []float32)        { scanStepPortable(h, ux, uf, ur, x, vf, vr, c) }
func relu(x []float32)                                      { reluPortable(x) }
func tanh(x []float32)                                      { tanhPortable(x) }
func add(dst, a []float32)                                  { addPortable(dst, a) }
