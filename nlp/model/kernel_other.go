package model

// lane holds one int8 value in the form that the machine multiplies.
type lane = int8

const vectorName = "portable"

func accelerated() bool { return false }

func product(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	productPortable(dst, a, a0, an, b, b0, bn, bias)
}

func quantiseRow(dst []lane, x []float32) float32           { return quantiseRowPortable(dst, x) }
func addScaled(dst []float32, values []int8, scale float32) { addScaledPortable(dst, values, scale) }
func normaliseRow(dst, x, gamma, beta []float32)            { normaliseRowPortable(dst, x, gamma, beta) }
func scanStep(h, ux, uf, ur, x, vf, vr, c []float32)        { scanStepPortable(h, ux, uf, ur, x, vf, vr, c) }
func relu(x []float32)                                      { reluPortable(x) }
func tanh(x []float32)                                      { tanhPortable(x) }
func add(dst, a []float32)                                  { addPortable(dst, a) }
