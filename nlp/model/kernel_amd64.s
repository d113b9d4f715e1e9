//go:build !purego

#include "textflag.h"

// Kernels for AVX2. Each repeats its portable counterpart's operations in the same order, one rounding each: no FMA.

// func dotVector(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)
//
// Two rows of x against four rows of w: eight sums of eight int32 each in Y0–Y7.
TEXT ·dotVector(SB), NOSPLIT, $0-80
	MOVQ d0+0(FP), DI
	MOVQ d1+8(FP), SI
	MOVQ x0+16(FP), R8
	MOVQ x1+24(FP), R9
	MOVQ w+32(FP), R10
	MOVQ steps+40(FP), DX
	MOVQ groups+48(FP), CX
	MOVQ scale+64(FP), AX
	MOVQ bias+72(FP), BX
	SHLQ $5, DX // bytes of a row
	ADDQ DX, R8 // rows are read from their end with an index that rises to 0
	ADDQ DX, R9
	ADDQ DX, R10
	VBROADCASTSS s0+56(FP), X12
	VBROADCASTSS s1+60(FP), X13
	VINSERTF128 $1, X13, Y12, Y12 // s0 four times, s1 four times

group:
	LEAQ (R10)(DX*1), R11
	LEAQ (R10)(DX*2), R12
	LEAQ (R11)(DX*2), R13
	MOVQ DX, R15
	NEGQ R15
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7

step:
	VMOVDQU (R8)(R15*1), Y8
	VMOVDQU (R9)(R15*1), Y9
	VMOVDQU (R10)(R15*1), Y10
	VMOVDQU (R11)(R15*1), Y11
	VPMADDWD Y10, Y8, Y14
	VPMADDWD Y10, Y9, Y15
	VPADDD Y14, Y0, Y0
	VPADDD Y15, Y4, Y4
	VPMADDWD Y11, Y8, Y14
	VPMADDWD Y11, Y9, Y15
	VPADDD Y14, Y1, Y1
	VPADDD Y15, Y5, Y5
	VMOVDQU (R12)(R15*1), Y10
	VMOVDQU (R13)(R15*1), Y11
	VPMADDWD Y10, Y8, Y14
	VPMADDWD Y10, Y9, Y15
	VPADDD Y14, Y2, Y2
	VPADDD Y15, Y6, Y6
	VPMADDWD Y11, Y8, Y14
	VPMADDWD Y11, Y9, Y15
	VPADDD Y14, Y3, Y3
	VPADDD Y15, Y7, Y7
	ADDQ $32, R15
	JNZ step

	// Sum the eight parts of each: the first row's four sums end in the low half of Y0, the second's in the high half.
	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y5, Y4, Y4
	VPHADDD Y7, Y6, Y6
	VPHADDD Y2, Y0, Y0
	VPHADDD Y6, Y4, Y4
	VPERM2I128 $0x20, Y4, Y0, Y1
	VPERM2I128 $0x31, Y4, Y0, Y2
	VPADDD Y2, Y1, Y0

	VCVTDQ2PS Y0, Y0
	VBROADCASTF128 (AX), Y1
	VMULPS Y1, Y12, Y1
	VMULPS Y1, Y0, Y0
	VBROADCASTF128 (BX), Y1
	VADDPS Y1, Y0, Y0
	VMOVUPS X0, (DI)
	VEXTRACTF128 $1, Y0, (SI)

	ADDQ $16, AX
	ADDQ $16, BX
	ADDQ $16, DI
	ADDQ $16, SI
	LEAQ (R10)(DX*4), R10
	DECQ CX
	JNZ group
	VZEROUPPER
	RET

// func greatestAVX2(x *float32, n int) uint32
TEXT ·greatestAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VPCMPEQD Y1, Y1, Y1
	VPSRLD $1, Y1, Y1 // all bits but the sign
	VPXOR Y0, Y0, Y0

loop:
	VPAND (SI), Y1, Y2
	VPMAXUD Y2, Y0, Y0
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loop

	VEXTRACTI128 $1, Y0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPMAXUD X1, X0, X0
	VMOVD X0, AX
	MOVL AX, ret+16(FP)
	VZEROUPPER
	RET

// func roundAVX2(dst *lane, x *float32, n int, times float32)
TEXT ·roundAVX2(SB), NOSPLIT, $0-28
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS times+24(FP), Y2

loop:
	VMULPS (SI), Y2, Y0
	VMULPS 32(SI), Y2, Y1
	VCVTPS2DQ Y0, Y0 // half to even: Go leaves the rounding mode as it is after a reset
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0 // packs within halves: 0–3, 8–11, 4–7, 12–15
	VPERMQ $0xd8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ loop
	VZEROUPPER
	RET

// func addScaledAVX2(dst *float32, values *int8, n int, scale float32)
TEXT ·addScaledAVX2(SB), NOSPLIT, $0-28
	MOVQ dst+0(FP), DI
	MOVQ values+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y2

loop:
	VPMOVSXBD (SI), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y0, Y2, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $8, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET

// LANES adds the eight lanes of Y0 in the order that addLanes has: first l0+l4, l1+l5, l2+l6, l3+l7; then
// (l0+l4)+(l2+l6) and (l1+l5)+(l3+l7); then these two. The sum is in X0[0].
#define LANES \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPS X1, X0, X0 \
	VMOVHLPS X0, X0, X1 \
	VADDPS X1, X0, X0 \
	VMOVSHDUP X0, X1 \
	VADDSS X1, X0, X0

// func normaliseRowAVX2(dst, x, gamma, beta *float32, n int)
TEXT ·normaliseRowAVX2(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ gamma+16(FP), R8
	MOVQ beta+24(FP), R9
	MOVQ n+32(FP), CX
	VXORPS X6, X6, X6
	VCVTSI2SSQ CX, X6, X6
	SHLQ $2, CX
	ADDQ CX, DI
	ADDQ CX, SI
	ADDQ CX, R8
	ADDQ CX, R9
	NEGQ CX

	VXORPS Y0, Y0, Y0
	MOVQ CX, DX

sum:
	VADDPS (SI)(DX*1), Y0, Y0
	ADDQ $32, DX
	JNZ sum
	LANES
	VDIVSS X6, X0, X0
	VBROADCASTSS X0, Y4 // mean

	VXORPS Y0, Y0, Y0
	MOVQ CX, DX

squares:
	VMOVUPS (SI)(DX*1), Y1
	VSUBPS Y4, Y1, Y1
	VMULPS Y1, Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, DX
	JNZ squares
	LANES
	VDIVSS X6, X0, X0
	VADDSS ·normConstants+0(SB), X0, X0 // epsilon
	VSQRTSS X0, X0, X0
	VMOVSS ·normConstants+4(SB), X1 // 1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Y5

scale:
	VMOVUPS (SI)(CX*1), Y1
	VSUBPS Y4, Y1, Y1
	VMULPS Y5, Y1, Y1
	VMULPS (R8)(CX*1), Y1, Y1
	VADDPS (R9)(CX*1), Y1, Y1
	VMOVUPS Y1, (DI)(CX*1)
	ADDQ $32, CX
	JNZ scale
	VZEROUPPER
	RET

// CONSTANTS loads what RATIONAL needs: Y15 = -3, Y14 = 3, Y13 = 27, Y12 = 9, Y11 = 0.5.
#define CONSTANTS \
	VBROADCASTSS ·rationalConstants+0(SB), Y15 \
	VBROADCASTSS ·rationalConstants+4(SB), Y14 \
	VBROADCASTSS ·rationalConstants+8(SB), Y13 \
	VBROADCASTSS ·rationalConstants+12(SB), Y12 \
	VBROADCASTSS ·rationalConstants+16(SB), Y11

// RATIONAL replaces z by z·(27+z²)/(27+9z²), z clamped; a NaN fails the comparison and gives way to -3. s and t are
// scratch.
#define RATIONAL(z, s, t) \
	VMAXPS Y15, z, z \
	VMINPS Y14, z, z \
	VMULPS z, z, s \
	VADDPS s, Y13, t \
	VMULPS t, z, z \
	VMULPS s, Y12, s \
	VADDPS s, Y13, s \
	VDIVPS s, z, z

// SIGMOID replaces a by 0.5 + 0.5·rational(0.5·a).
#define SIGMOID(a, s, t) \
	VMULPS a, Y11, a \
	RATIONAL(a, s, t) \
	VMULPS a, Y11, a \
	VADDPS a, Y11, a

// func scanStepAVX2(h, ux, uf, ur, x, vf, vr, c *float32, n int)
TEXT ·scanStepAVX2(SB), NOSPLIT, $0-72
	MOVQ h+0(FP), DI
	MOVQ ux+8(FP), SI
	MOVQ uf+16(FP), R8
	MOVQ ur+24(FP), R9
	MOVQ x+32(FP), R10
	MOVQ vf+40(FP), R11
	MOVQ vr+48(FP), R12
	MOVQ c+56(FP), R13
	MOVQ n+64(FP), CX
	SHLQ $2, CX
	XORQ DX, DX
	CONSTANTS

loop:
	VMOVUPS (R13)(DX*1), Y0 // old c
	VMULPS (R11)(DX*1), Y0, Y1
	VADDPS (R8)(DX*1), Y1, Y1
	SIGMOID(Y1, Y3, Y4) // f
	VMULPS (R12)(DX*1), Y0, Y2
	VADDPS (R9)(DX*1), Y2, Y2
	SIGMOID(Y2, Y5, Y6) // r
	VMOVUPS (SI)(DX*1), Y3
	VSUBPS Y3, Y0, Y0
	VMULPS Y0, Y1, Y0
	VADDPS Y0, Y3, Y0 // new c
	VMOVUPS Y0, (R13)(DX*1)
	VMOVUPS (R10)(DX*1), Y3
	VSUBPS Y3, Y0, Y0
	VMULPS Y0, Y2, Y0
	VADDPS Y0, Y3, Y0
	VMOVUPS Y0, (DI)(DX*1)
	ADDQ $32, DX
	CMPQ DX, CX
	JNE loop
	VZEROUPPER
	RET

// func reluAVX2(x *float32, n int)
TEXT ·reluAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX

loop:
	VMOVUPS (SI), Y0
	VPSRAD $31, Y0, Y1
	VPANDN Y0, Y1, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET

// func tanhAVX2(x *float32, n int)
TEXT ·tanhAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	CONSTANTS

loop:
	VMOVUPS (SI), Y0
	RATIONAL(Y0, Y1, Y2)
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET

// func addAVX2(dst, a *float32, n int)
TEXT ·addAVX2(SB), NOSPLIT, $0-24
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ n+16(FP), CX

loop:
	VMOVUPS (DI), Y0
	VADDPS (SI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET

DATA ·rationalConstants+0(SB)/4, $0xc0400000  // -3
DATA ·rationalConstants+4(SB)/4, $0x40400000  // 3
DATA ·rationalConstants+8(SB)/4, $0x41d80000  // 27
DATA ·rationalConstants+12(SB)/4, $0x41100000 // 9
DATA ·rationalConstants+16(SB)/4, $0x3f000000 // 0.5
GLOBL ·rationalConstants(SB), RODATA|NOPTR, $20

DATA ·normConstants+0(SB)/4, $0x3727c5ac // 1e-5
DATA ·normConstants+4(SB)/4, $0x3f800000 // 1
GLOBL ·normConstants(SB), RODATA|NOPTR, $8
