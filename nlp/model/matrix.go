package model

// matrix is int8 values with one scale a row, in the forms that the kernels want. Its rows are multiplied with the
// rows of another: element [i, j] of a product is the dot product of row i of the one and row j of the other. A
// weight matrix [out, in] and activations [tokens, in] have that form by themselves.
type matrix struct {
	rows, cols int
	stride     int       // lanes from one row to the next: cols rounded up to laneBlock, the rest zeros
	lanes      []lane    // for the kernels in assembly; lane is int8 or int16, whichever the machine multiplies
	scale      []float32 // one a row

	// The same values packed three to a word for the portable product; see digits.go. Filled when first wanted.
	left, right []int64
}

const (
	// laneBlock is how many lanes the kernels in assembly take at once.
	laneBlock = 16
	// maxCols keeps every dot product within an int32: 65536 * 127 * 128 < 1<<31.
	maxCols = 1 << 16
)

// reshape makes room for rows × cols values and reuses what room there is. The lanes past cols are zeroed, the others
// hold anything.
func (m *matrix) reshape(rows, cols int) {
	if rows < 0 || cols <= 0 || cols > maxCols {
		panic("model: matrix dimensions out of range")
	}
	m.rows, m.cols = rows, cols
	m.stride = (cols + laneBlock - 1) / laneBlock * laneBlock
	m.lanes = grow(m.lanes, rows*m.stride)
	m.scale = grow(m.scale, rows)
	m.left, m.right = m.left[:0], m.right[:0]
	if cols == m.stride {
		return
	}
	for r := range rows {
		clear(m.lanes[r*m.stride+cols : (r+1)*m.stride])
	}
}

// row is the lanes of row r without the zeros behind them.
func (m *matrix) row(r int) []lane { return m.lanes[r*m.stride:][:m.cols] }

// grow is s with length n; its values are kept only where there is room for n.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// dequantise turns an exact integer dot product into the float it stands for. Each operation is rounded by itself.
// Without a bias the sum with zero still takes place: it turns a negative zero, which a scale that underflows may give,
// into zero.
func dequantise(acc int32, a, b, bias float32) float32 {
	return float32(float32(acc)*float32(a*b)) + bias
}
