//go:build purego || !(amd64 || arm64)

package model

// lane holds one int8 value in the form that the machine multiplies.
type lane = int8

const vectorName = "portable"

func accelerated() bool { return false }

func product(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	productPortable(dst, a, a0, an, b, b0, bn, bias)
}
