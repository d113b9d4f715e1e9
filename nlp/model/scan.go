package model

// Scan runs a bidirectional Simple Recurrent Unit (Lei et al., EMNLP 2018) over T steps, given the projections of its
// input. Row t of u is 6H values: x̃, f and r of the forward direction, then of the backward one, H each. Rows of x and
// h are 2H values, forward then backward; vf and vr hold 2H. In either direction, from c = 0:
//
//	f = σ(u_f + vf·c)
//	r = σ(u_r + vr·c)
//	c = x̃ + f·(c - x̃)
//	h = x + r·(c - x)
//
// f and r see the old c. σ(a) is 0.5 + 0.5·tanh(0.5·a) with the fraction of [Tanh], as in training. h may be x, but not
// overlap any of them otherwise. It panics where H is not a multiple of 8 or a slice is too short.
func Scan(h, u, x, vf, vr []float32, T, H int) {
	if H <= 0 || H%8 != 0 {
		panic("model: recurrent layer whose width is not a multiple of 8")
	}
	h, u, x, vf, vr = h[:T*2*H], u[:T*6*H], x[:T*2*H], vf[:2*H], vr[:2*H]
	// Time is the outer loop, so that u is read as it lies in memory; the state of a block of units waits in c.
	var c [scanBlock]float32
	for first := 0; first < H; first += scanBlock {
		n := min(scanBlock, H-first)
		for direction := range 2 {
			clear(c[:n])
			unit := direction*H + first
			for i := range T {
				t := i
				if direction == 1 {
					t = T - 1 - i
				}
				row := u[t*6*H+direction*3*H+first:]
				scanStep(h[t*2*H+unit:][:n], row[:n], row[H:][:n], row[2*H:][:n], x[t*2*H+unit:][:n],
					vf[unit:][:n], vr[unit:][:n], c[:n])
			}
		}
	}
}

// scanBlock is how many units' states Scan holds at once, on its stack.
const scanBlock = 512

// scanStepPortable takes one step of len(c) units. All slices have that length.
func scanStepPortable(h, ux, uf, ur, x, vf, vr, c []float32) {
	n := len(c)
	h, ux, uf, ur, x, vf, vr = h[:n], ux[:n], uf[:n], ur[:n], x[:n], vf[:n], vr[:n]
	for i, old := range c {
		f := sigmoid(uf[i] + float32(vf[i]*old))
		r := sigmoid(ur[i] + float32(vr[i]*old))
		now := ux[i] + float32(f*(old-ux[i]))
		c[i] = now
		h[i] = x[i] + float32(r*(now-x[i]))
	}
}
