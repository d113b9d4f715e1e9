package model

// The portable product lets one 64-bit multiplication do three multiply-adds. Three consecutive values of a row become
// the digits of one number, those of the other row digits in reverse order, so that the products of like with like
// meet in one place and the others fall below it or past the 64th bit:
//
//	(x0 + x1·2^21 + x2·2^43) · (w2 + w1·2^22 + w0·2^43) =
//	    x0·w2 + x1·w2·2^21 + x0·w1·2^22 + (x0·w0 + x1·w1 + x2·w2)·2^43 + (…)·2^64
//
// The digits are signed. In a sum of n such products what lies below 2^43 comes to at most n·127·128·3·2^21, and what
// stands at 2^43 to n·127·128·3. Up to n = 21 both stay within their place, 2^42 and 2^20; the dot product so far has
// to be taken out by then. All of this is exact. Packing of this kind is known as Kronecker substitution (von zur
// Gathen and Gerhard, Modern Computer Algebra, section 8.4).
const (
	digitsWord = 3
	leftOne    = 21
	rightOne   = 22
	digitTop   = 43
	digitsRun  = 7 // products that are summed before the top is taken out; rows are whole runs
	digitHalf  = 1 << (digitTop - 1)
)

// digitsStride is the number of words for a row of that many values.
func digitsStride(cols int) int {
	const run = digitsWord * digitsRun
	return (cols + run - 1) / run * digitsRun
}

// packLeft gives the words of a matrix that stands on the left of a product, row by row.
func (m *matrix) packLeft() (words []int64, stride int) {
	stride = digitsStride(m.cols)
	if len(m.left) != m.rows*stride {
		m.left = grow(m.left, m.rows*stride)
		for r := range m.rows {
			pack(m.left[r*stride:][:stride], m.row(r), 0, leftOne, digitTop)
		}
	}
	return m.left, stride
}

// packRight is packLeft for the right side.
func (m *matrix) packRight() (words []int64, stride int) {
	stride = digitsStride(m.cols)
	if len(m.right) != m.rows*stride {
		m.right = grow(m.right, m.rows*stride)
		for r := range m.rows {
			pack(m.right[r*stride:][:stride], m.row(r), digitTop, rightOne, 0)
		}
	}
	return m.right, stride
}

// pack writes the values three to a word, shifted by s0, s1 and s2, and zeros after them.
func pack(dst []int64, values []lane, s0, s1, s2 uint) {
	n := 0
	for ; len(values) >= digitsWord; values = values[digitsWord:] {
		dst[n] = int64(values[0])<<s0 + int64(values[1])<<s1 + int64(values[2])<<s2
		n++
	}
	if len(values) > 0 {
		w := int64(values[0]) << s0
		if len(values) > 1 {
			w += int64(values[1]) << s1
		}
		dst[n] = w
		n++
	}
	clear(dst[n:])
}

// leftBlock is how many rows of the left side are kept in the first-level cache while all rows of the right side pass:
// at 320 columns 32 rows are 27 KB.
const leftBlock = 32

// productPortable is dst[i*bn+j] = dequantised dot product of a's row a0+i and b's row b0+j, plus bias[j] (bias nil:
// plus zero).
func productPortable(dst []float32, a *matrix, a0, an int, b *matrix, b0, bn int, bias []float32) {
	left, n := a.packLeft()
	right, _ := b.packRight()
	word := func(words []int64, row int) []int64 { return words[row*n : row*n+n : row*n+n] }
	put := func(i, j int, acc int32) {
		var add float32
		if bias != nil {
			add = bias[j]
		}
		dst[i*bn+j] = dequantise(acc, a.scale[a0+i], b.scale[b0+j], add)
	}
	for first := 0; first < an; first += leftBlock {
		last := min(first+leftBlock, an)
		for j := 0; j < bn; j += 2 {
			next := min(j+1, bn-1) // an odd last row is multiplied twice
			y0, y1 := word(right, b0+j), word(right, b0+next)
			for i := first; i < last; i += 2 {
				under := min(i+1, last-1)
				s00, s01, s10, s11 := dotDigits(word(left, a0+i), word(left, a0+under), y0, y1)
				put(i, j, s00)
				put(i, next, s01)
				put(under, j, s10)
				put(under, next, s11)
			}
		}
	}
}

// dotDigits is the four dot products of two rows with two rows, all packed and of the same length.
func dotDigits(x0, x1, y0, y1 []int64) (t00, t01, t10, t11 int32) {
	for len(x0) >= digitsRun && len(x1) >= digitsRun && len(y0) >= digitsRun && len(y1) >= digitsRun {
		s00, s01, s10, s11 := dotRun((*run)(x0), (*run)(x1), (*run)(y0), (*run)(y1))
		t00 += int32(s00 >> digitTop)
		t01 += int32(s01 >> digitTop)
		t10 += int32(s10 >> digitTop)
		t11 += int32(s11 >> digitTop)
		x0, x1, y0, y1 = x0[digitsRun:], x1[digitsRun:], y0[digitsRun:], y1[digitsRun:]
	}
	return t00, t01, t10, t11
}

type run [digitsRun]int64

// dotRun is written out word by word and kept a function of its own because the compiler then holds all four sums in
// registers: half as fast again as a loop. Half a unit of the top makes the shift that follows round to the nearest,
// past the signs of what is below.
func dotRun(x0, x1, y0, y1 *run) (s00, s01, s10, s11 int64) {
	s00, s01, s10, s11 = digitHalf, digitHalf, digitHalf, digitHalf
	{
		a, b, c, d := x0[0], x1[0], y0[0], y1[0]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[1], x1[1], y0[1], y1[1]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[2], x1[2], y0[2], y1[2]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[3], x1[3], y0[3], y1[3]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[4], x1[4], y0[4], y1[4]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[5], x1[5], y0[5], y1[5]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	{
		a, b, c, d := x0[6], x1[6], y0[6], y1[6]
		s00, s01, s10, s11 = s00+a*c, s01+a*d, s10+b*c, s11+b*d
	}
	return s00, s01, s10, s11
}
