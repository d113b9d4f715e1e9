//go:build !purego

package model

import "golang.org/x/sys/cpu"

// lane is int8 here: NEON multiplies bytes exactly, into 16 bits or, with the dot product instructions, into 32.
type lane = int8

const vectorName = "neon"

var (
	useNEON = cpu.ARM64.HasASIMD && !forcedPortable
	// useSDOT tells whether the processor has the dot product instructions (optional from Armv8.1, there from 8.4).
	useSDOT = useNEON && cpu.ARM64.HasASIMDDP
)

func accelerated() bool { return useNEON }

// dotVector writes groups·4 dequantised dot products for each of two rows: of x0 into d0, of x1 into d1. Every row is
// steps·16 lanes; those of w follow one another, and so do their scales and biases. x1 and d1 may be x0 and d0.
func dotVector(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32) {
	if useSDOT {
		dotSDOT(d0, d1, x0, x1, w, steps, groups, s0, s1, scale, bias)
		return
	}
	dotNEON(d0, d1, x0, x1, w, steps, groups, s0, s1, scale, bias)
}

// dotNEON is dotVector for every Armv8 processor, in kernel_arm64.s.
//
//go:noescape
func dotNEON(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)

// dotSDOT is dotVector with the dot product instructions, which take a third of dotNEON's.
//
//go:noescape
func dotSDOT(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)
