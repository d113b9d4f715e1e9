//go:build !purego

#include "textflag.h"

// The assembler of Go has no names for these instructions; each word's comment says it in Arm's notation, destination
// first. The tests compare the results with the portable product.

// Two rows of x, one step of each in V16 and V17, against four rows of w in V18–V21: eight sums of four int32 each in
// V0–V7.

// START reads the arguments.
#define START \
	MOVD d0+0(FP), R0 \
	MOVD d1+8(FP), R1 \
	MOVD x0+16(FP), R2 \
	MOVD x1+24(FP), R3 \
	MOVD w+32(FP), R10 \
	MOVD steps+40(FP), R4 \
	MOVD groups+48(FP), R5 \
	FMOVS s0+56(FP), F30 \
	FMOVS s1+60(FP), F31 \
	MOVD scale+64(FP), R6 \
	MOVD bias+72(FP), R7 \
	VDUP V30.S[0], V30.S4 \
	VDUP V31.S[0], V31.S4 \
	LSL $4, R4, R8 /* bytes of a row */

// GROUP points at the four rows of w and clears the sums.
#define GROUP \
	ADD R8, R10, R11 \
	ADD R8, R11, R12 \
	ADD R8, R12, R13 \
	MOVD R2, R14 \
	MOVD R3, R15 \
	MOVD R4, R9 \
	VEOR V0.B16, V0.B16, V0.B16 \
	VEOR V1.B16, V1.B16, V1.B16 \
	VEOR V2.B16, V2.B16, V2.B16 \
	VEOR V3.B16, V3.B16, V3.B16 \
	VEOR V4.B16, V4.B16, V4.B16 \
	VEOR V5.B16, V5.B16, V5.B16 \
	VEOR V6.B16, V6.B16, V6.B16 \
	VEOR V7.B16, V7.B16, V7.B16

// LOAD reads one step of all six rows.
#define LOAD \
	VLD1.P 16(R14), [V16.B16] \
	VLD1.P 16(R15), [V17.B16] \
	VLD1.P 16(R10), [V18.B16] \
	VLD1.P 16(R11), [V19.B16] \
	VLD1.P 16(R12), [V20.B16] \
	VLD1.P 16(R13), [V21.B16]

// FINISH sums the four parts of each, dequantises and stores; R10 then goes on to the next four rows of w.
#define FINISH \
	VADDP V1.S4, V0.S4, V0.S4 \
	VADDP V3.S4, V2.S4, V2.S4 \
	VADDP V5.S4, V4.S4, V4.S4 \
	VADDP V7.S4, V6.S4, V6.S4 \
	VADDP V2.S4, V0.S4, V0.S4 \
	VADDP V6.S4, V4.S4, V4.S4 \
	VLD1.P 16(R6), [V16.S4] \
	VLD1.P 16(R7), [V17.S4] \
	WORD $0x4e21d800 /* scvtf v0.4s, v0.4s */ \
	WORD $0x4e21d884 /* scvtf v4.4s, v4.4s */ \
	WORD $0x6e30dfd2 /* fmul v18.4s, v30.4s, v16.4s */ \
	WORD $0x6e30dff3 /* fmul v19.4s, v31.4s, v16.4s */ \
	WORD $0x6e32dc00 /* fmul v0.4s, v0.4s, v18.4s */ \
	WORD $0x6e33dc84 /* fmul v4.4s, v4.4s, v19.4s */ \
	WORD $0x4e31d400 /* fadd v0.4s, v0.4s, v17.4s */ \
	WORD $0x4e31d484 /* fadd v4.4s, v4.4s, v17.4s */ \
	VST1.P [V0.S4], 16(R0) \
	VST1.P [V4.S4], 16(R1) \
	MOVD R13, R10

// func dotNEON(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)
//
// Of 16 products the first eight and the last eight meet in eight int16: 2·127·128 fits. Then neighbours are added to
// the four sums of int32.
TEXT ·dotNEON(SB), NOSPLIT, $0-80
	START

group:
	GROUP

step:
	LOAD
	WORD $0x0e32c216 // smull v22.8h, v16.8b, v18.8b
	WORD $0x0e32c237 // smull v23.8h, v17.8b, v18.8b
	WORD $0x0e33c218 // smull v24.8h, v16.8b, v19.8b
	WORD $0x0e33c239 // smull v25.8h, v17.8b, v19.8b
	WORD $0x0e34c21a // smull v26.8h, v16.8b, v20.8b
	WORD $0x0e34c23b // smull v27.8h, v17.8b, v20.8b
	WORD $0x0e35c21c // smull v28.8h, v16.8b, v21.8b
	WORD $0x0e35c23d // smull v29.8h, v17.8b, v21.8b
	WORD $0x4e328216 // smlal2 v22.8h, v16.16b, v18.16b
	WORD $0x4e328237 // smlal2 v23.8h, v17.16b, v18.16b
	WORD $0x4e338218 // smlal2 v24.8h, v16.16b, v19.16b
	WORD $0x4e338239 // smlal2 v25.8h, v17.16b, v19.16b
	WORD $0x4e34821a // smlal2 v26.8h, v16.16b, v20.16b
	WORD $0x4e34823b // smlal2 v27.8h, v17.16b, v20.16b
	WORD $0x4e35821c // smlal2 v28.8h, v16.16b, v21.16b
	WORD $0x4e35823d // smlal2 v29.8h, v17.16b, v21.16b
	WORD $0x4e606ac0 // sadalp v0.4s, v22.8h
	WORD $0x4e606ae4 // sadalp v4.4s, v23.8h
	WORD $0x4e606b01 // sadalp v1.4s, v24.8h
	WORD $0x4e606b25 // sadalp v5.4s, v25.8h
	WORD $0x4e606b42 // sadalp v2.4s, v26.8h
	WORD $0x4e606b66 // sadalp v6.4s, v27.8h
	WORD $0x4e606b83 // sadalp v3.4s, v28.8h
	WORD $0x4e606ba7 // sadalp v7.4s, v29.8h
	SUBS $1, R9, R9
	BNE step

	FINISH
	SUBS $1, R5, R5
	BNE group
	RET

// func dotSDOT(d0, d1 *float32, x0, x1, w *lane, steps, groups int, s0, s1 float32, scale, bias *float32)
TEXT ·dotSDOT(SB), NOSPLIT, $0-80
	START

group:
	GROUP

step:
	LOAD
	WORD $0x4e929600 // sdot v0.4s, v16.16b, v18.16b
	WORD $0x4e929624 // sdot v4.4s, v17.16b, v18.16b
	WORD $0x4e939601 // sdot v1.4s, v16.16b, v19.16b
	WORD $0x4e939625 // sdot v5.4s, v17.16b, v19.16b
	WORD $0x4e949602 // sdot v2.4s, v16.16b, v20.16b
	WORD $0x4e949626 // sdot v6.4s, v17.16b, v20.16b
	WORD $0x4e959603 // sdot v3.4s, v16.16b, v21.16b
	WORD $0x4e959627 // sdot v7.4s, v17.16b, v21.16b
	SUBS $1, R9, R9
	BNE step

	FINISH
	SUBS $1, R5, R5
	BNE group
	RET
