package model

import "math"

// Quantised is rows of activations as int8 values with one scale a row: the left side of a [Linear], either side of
// [Pairwise]. The zero value is empty and ready for Set. It belongs to one goroutine at a time.
type Quantised struct{ m matrix }

// Rows is the number of rows of the last Set.
func (q *Quantised) Rows() int { return q.m.rows }

// Cols is the number of values a row of the last Set.
func (q *Quantised) Cols() int { return q.m.cols }

// Set quantises rows × cols values of x, row by row, each row by itself: with m the greatest magnitude of the row, its
// scale is m/127 and its values are x·(127/m), rounded half to even. A row of zeros, or of nothing greater than 2^-100,
// has scale 0 and values 0; so has a row with a NaN or an infinity, of which no number is left to keep. Set reuses the
// storage of the Set before and keeps nothing of x. It panics where cols is not within 1 to 65536.
func (q *Quantised) Set(x []float32, rows, cols int) { q.SetStrided(x, rows, cols, cols) }

// SetStrided is Set for rows that begin stride values apart in x.
func (q *Quantised) SetStrided(x []float32, rows, cols, stride int) {
	q.m.reshape(rows, cols)
	for r := range rows {
		v := x[r*stride:][:cols]
		q.m.scale[r] = quantiseRow(q.m.row(r), v)
	}
}

// quantiseRowPortable quantises one row and returns its scale.
func quantiseRowPortable(dst []lane, x []float32) float32 {
	times, scale, ok := quantisation(greatestPortable(x))
	if !ok {
		clear(dst)
		return 0
	}
	roundPortable(dst, x, times)
	return scale
}

// greatestPortable is the greatest magnitude of x, as the bits of a float without its sign, which are in the order of
// the magnitudes.
func greatestPortable(x []float32) uint32 {
	var m uint32
	for _, v := range x {
		m = max(m, math.Float32bits(v)&^(1<<31))
	}
	return m
}

// quantisation is the factor and the scale of a row whose greatest magnitude has these bits. It is not ok where float32
// could not hold both, and for a NaN or an infinity, whose bits are greater than any number's.
func quantisation(magnitude uint32) (times, scale float32, ok bool) {
	const (
		tiniest  = (127 - 100) << 23 // 2^-100
		infinite = 255 << 23
	)
	if magnitude < tiniest || magnitude >= infinite {
		return 0, 0, false
	}
	m := math.Float32frombits(magnitude)
	return 127 / m, m / 127, true
}

// roundPortable writes x·times, rounded half to even. Adding 1.5·2^23 leaves no bits for a fraction: the sum is rounded
// to a whole number, which then stands in its lowest bits in two's complement.
func roundPortable(dst []lane, x []float32, times float32) {
	const whole = 3 << 22
	dst = dst[:len(x)]
	for i, v := range x {
		dst[i] = lane(int8(math.Float32bits(float32(v*times) + whole)))
	}
}
