package model

import "math"

// ReLU replaces every value whose sign bit is set by zero.
func ReLU(x []float32) { relu(x) }

// Tanh replaces every value by a rational approximation of its hyperbolic tangent, z·(27+z²)/(27+9z²) with z clamped to
// [-3, 3], where it reaches ±1 exactly. The network is trained with this very function. NaN becomes -1.
func Tanh(x []float32) { tanh(x) }

// Add adds a to dst, value by value, for as many values as a has. dst may be a, but not overlap it otherwise. It panics
// where dst is shorter.
func Add(dst, a []float32) { add(dst[:len(a)], a) }

func reluPortable(x []float32) {
	for i, v := range x {
		b := math.Float32bits(v)
		x[i] = math.Float32frombits(b &^ uint32(int32(b)>>31))
	}
}

func tanhPortable(x []float32) {
	for i, v := range x {
		x[i] = rational(v)
	}
}

func addPortable(dst, a []float32) {
	dst = dst[:len(a)]
	for i, v := range a {
		dst[i] += v
	}
}

// sigmoid is the logistic function by way of the same fraction.
func sigmoid(a float32) float32 {
	return 0.5 + float32(0.5*rational(float32(0.5*a)))
}

// rational clamps z to [-3, 3], NaN to -3, and takes the fraction, which is the [3/2] Padé approximant of tanh. The
// order and the roundings are the promise: the kernels in assembly repeat them.
func rational(z float32) float32 {
	if !(z > -3) {
		z = -3
	}
	if !(z < 3) {
		z = 3
	}
	s := float32(z * z)
	num := float32(z * (27 + s))
	den := 27 + float32(9*s)
	return num / den
}
