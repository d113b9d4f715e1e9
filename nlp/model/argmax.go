package model

// Argmax is the index of the greatest value, the first of equals; 0 for an empty slice.
func Argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
