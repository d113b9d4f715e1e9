//go:build !purego

package model

import "golang.org/x/sys/cpu"

// lane is int16 here because AVX2 multiplies pairs of 16-bit integers and adds the two products exactly (VPMADDWD); its
// 8-bit counterpart saturates.
type lane = int16

const vectorName = "avx2"

var useAVX2 = cpu.X86.HasAVX2 && !forcedPortable

func accelerated() bool { return useAVX2 }

// The functions in kernel_amd64.s. Lengths are in elements and must be as stated; pointers may be unaligned.

// dotVector writes groups·4 dequantised dot products for each of two rows: of x0 into d0, of x1 into d1. Every row is
// steps·16 lanes; those of w follow one another, and so do their scales and biases. x1 and d1 may be x0 and d0.
//
//go:noescape
func dotVector(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)

// greatestAVX2 is the greatest of the n floats' bits without their signs; n is a multiple of 8 and not 0.
//
//go:noescape
func greatestAVX2(x *float32, n int) uint32

// roundAVX2 writes x·times, rounded half to even; n is a multiple of 16 and not 0.
//
//go:noescape
func roundAVX2(dst *lane, x *float32, n int, times float32)

// addScaledAVX2 adds scale·values to dst; n is a multiple of 8 and not 0. So it is below.
//
//go:noescape
func addScaledAVX2(dst *float32, values *int8, n int, scale float32)

//go:noescape
func normaliseRowAVX2(dst, x, gamma, beta *float32, n int)

//go:noescape
func scanStepAVX2(h, ux, uf, ur, x, vf, vr, c *float32, n int)

//go:noescape
func reluAVX2(x *float32, n int)

//go:noescape
func tanhAVX2(x *float32, n int)

//go:noescape
func addAVX2(dst, a *float32, n int)

func quantiseRow(dst []lane, x []float32) float32 {
	n := len(x) &^ (laneBlock - 1)
	if !useAVX2 || n == 0 {
		return quantiseRowPortable(dst, x)
	}
	magnitude := max(greatestAVX2(&x[0], n), greatestPortable(x[n:]))
	times, scale, ok := quantisation(magnitude)
	if !ok {
		clear(dst)
		return 0
	}
	dst = dst[:len(x)]
	roundAVX2(&dst[0], &x[0], n, times)
	roundPortable(dst[n:], x[n:], times)
	return scale
}

func addScaled(dst []float32, values []int8, scale float32) {
	n := len(values) &^ 7
	dst = dst[:len(values)]
	if !useAVX2 || n == 0 {
		addScaledPortable(dst, values, scale)
		return
	}
	addScaledAVX2(&dst[0], &values[0], n, scale)
	addScaledPortable(dst[n:], values[n:], scale)
}

// normaliseRow is given slices of one length, a multiple of 8 and not 0, by LayerNorm.
func normaliseRow(dst, x, gamma, beta []float32) {
	if !useAVX2 {
		normaliseRowPortable(dst, x, gamma, beta)
		return
	}
	normaliseRowAVX2(&dst[0], &x[0], &gamma[0], &beta[0], len(x))
}

// scanStep is given slices of one length, a multiple of 8 and not 0, by Scan.
func scanStep(h, ux, uf, ur, x, vf, vr, c []float32) {
	if !useAVX2 {
		scanStepPortable(h, ux, uf, ur, x, vf, vr, c)
		return
	}
	scanStepAVX2(&h[0], &ux[0], &uf[0], &ur[0], &x[0], &vf[0], &vr[0], &c[0], len(c))
}

func relu(x []float32) {
	n := len(x) &^ 7
	if useAVX2 && n > 0 {
		reluAVX2(&x[0], n)
		x = x[n:]
	}
	reluPortable(x)
}

func tanh(x []float32) {
	n := len(x) &^ 7
	if useAVX2 && n > 0 {
		tanhAVX2(&x[0], n)
		x = x[n:]
	}
	tanhPortable(x)
}

func add(dst, a []float32) {
	n := len(a) &^ 7
	if useAVX2 && n > 0 {
		addAVX2(&dst[0], &a[0], n)
		dst, a = dst[n:], a[n:]
	}
	addPortable(dst, a)
}
