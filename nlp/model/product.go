//go:build !purego && (amd64 || arm64)

package model

import (
	"os"
	"unsafe"
)

// forcedPortable is the user's wish, in the environment, to do without the assembly.
var forcedPortable = os.Getenv("GAINSAY_CPU") == "portable"

// product is dst[i*bn+j] = dequantised dot product of a's row a0+i and b's row b0+j, plus bias[j] (bias nil: plus
// zero).
func product(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	switch {
	case !accelerated():
		productPortable(dst, a, a0, an, b, b0, bn, bias)
	case bn < dotGroup:
		productNarrow(dst, a, a0, an, b, b0, bn, bias)
	default:
		productVector(dst, a, a0, an, b, b0, bn, bias)
	}
}

const (
	laneBytes = int(unsafe.Sizeof(lane(0)))
	// dotGroup is how many rows of the right side dotVector takes at once.
	dotGroup = 4
	// rightBytes is how much of the right side is kept in the first-level cache while the rows of the left side pass.
	rightBytes = 20 << 10
	// rightBlock is the most rows of the right side that are kept so, however short they are.
	rightBlock = 64
)

// zeroBias stands for the bias where there is none.
var zeroBias [rightBlock]float32

// productVector is product for bn of at least dotGroup. Where bn is not a multiple of that, the last group begins
// earlier and computes some products a second time, and an odd last row of a is paired with itself: the same values are
// written twice, and no row has to be padded.
func productVector(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	if an == 0 {
		return
	}
	stride := a.stride
	block := min(rightBlock, max(dotGroup, rightBytes/(stride*laneBytes)))
	block -= block % dotGroup
	for first := 0; first < bn; first += block {
		if bn-first < dotGroup {
			first = bn - dotGroup
		}
		n := min(block, bn-first)
		w := b.lanes[(b0+first)*stride:][:n*stride]
		scale := b.scale[b0+first:][:n]
		add := zeroBias[:n]
		if bias != nil {
			add = bias[first:][:n]
		}
		groups, rest := n/dotGroup, n%dotGroup
		last := n - dotGroup
		for i := 0; i < an; i += 2 {
			k := min(i+1, an-1)
			d0, d1 := dst[i*bn+first:][:n], dst[k*bn+first:][:n]
			x0, x1 := a.lanes[(a0+i)*stride:][:stride], a.lanes[(a0+k)*stride:][:stride]
			s0, s1 := a.scale[a0+i], a.scale[a0+k]
			dotVector(&d0[0], &d1[0], &x0[0], &x1[0], &w[0], stride/laneBlock, groups, s0, s1, &scale[0], &add[0])
			if rest > 0 {
				dotVector(&d0[last], &d1[last], &x0[0], &x1[0], &w[last*stride], stride/laneBlock, 1, s0, s1, &scale[last], &add[last])
			}
		}
	}
}

// productNarrow is product for a right side of fewer rows than a group.
func productNarrow(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	for i := range an {
		x := a.row(a0 + i)
		for j := range bn {
			var acc int32
			for k, v := range b.row(b0 + j) {
				acc += int32(x[k]) * int32(v)
			}
			add := float32(0)
			if bias != nil {
				add = bias[j]
			}
			dst[i*bn+j] = dequantise(acc, a.scale[a0+i], b.scale[b0+j], add)
		}
	}
}
