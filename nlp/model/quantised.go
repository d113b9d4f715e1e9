package model

import "math"

// Quantised is rows of activations as int8 values with one scale a row: the left side of a [Linear], either side of
// [Pairwise]. The zero value is empty and ready for Set. It belongs to one goroutine at a time.
type Quantised struct{ m matrix }

// Rows is the number of rows of the last Set.
func (q *Quantised) Rows() int { return q.m.rows }

// Cols is the number of values a row of the last Set.
func (q *Quantised) Cols() int { return q.m.cols }

// Set quantises rows × cols values of x, row by row, each row by itself: with m the greatest magnitude of the row, its scale is
// m/127 and its values are x·(127/m), rounded half to even. A row of zeros, or of nothing greater than 2^-100, has
// scale 0 and values 0; so has a row with a NaN or an infinity, of which no number is left to keep. Set reuses the
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

// quantisable tells whether a row whose greatest magnitude has these bits has a scale that float32 can hold, together
// with its reciprocal. NaN and infinity have greater bits than any number.
func quantisable(magnitude uint32) bool {
	return magnitude >= tiniest && magnitude < infinite
}

const (
	tiniest  = (127 - 100) << 23 // the bits of 2^-100
	infinite = 255 << 23
)

// quantiseRowPortable quantises one row and returns its scale.
func quantiseRowPortable(dst []lane, x []float32) float32 {
	var magnitude uint32
	for _, v := range x {
		magnitude = max(magnitude, math.Float32bits(v)&^(1<<31))
	}
	if !quantisable(magnitude) {
		clear(dst)
		return 0
	}
	greatest := math.Float32frombits(magnitude)
	times := 127 / greatest
	// Adding 1.5·2^23 leaves no bits for a fraction: the sum is rounded half to even to a whole number, which stands
	// in its lowest bits in two's complement.
	const whole = 3 << 22
	dst = dst[:len(x)]
	for i, v := range x {
		dst[i] = lane(int8(math.Float32bits(float32(v*times) + whole)))
	}
	return greatest / 127
}
