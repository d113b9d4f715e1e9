package model

import (
	"fmt"
	"math"
)

// Linear is a layer y = W·x + b with W in int8, one scale an output. It is immutable and safe for concurrent use.
type Linear struct {
	m    matrix
	bias []float32
}

// Linear reads the layer of that name: tensor name is W, i8 [out, in] row by row; name.scale is f32 [out]; name.bias is
// f32 [out] and may be missing, which stands for zeros. Neither dimension may be 0 or greater than 65536. The
// layer keeps its own copy of W. The error wraps [ErrTensor].
func (f *File) Linear(name string) (*Linear, error) {
	w, err := f.Int8(name, -1, -1)
	if err != nil {
		return nil, err
	}
	shape, _ := f.Shape(name)
	out, in := shape[0], shape[1]
	if out < 1 || in < 1 || out > maxCols || in > maxCols {
		return nil, fmt.Errorf("weights: %w: %q has shape %v; each dimension has to be within 1 to %d", ErrTensor, name, shape, maxCols)
	}
	scale, err := f.finite(name+".scale", out)
	if err != nil {
		return nil, err
	}
	var bias []float32
	if _, ok := f.tensors[name+".bias"]; ok {
		if bias, err = f.finite(name+".bias", out); err != nil {
			return nil, err
		}
	}
	l := newLinear(w, scale, bias, out, in)
	l.prepare()
	return l, nil
}

// finite is a vector of which every value is a number.
func (f *File) finite(name string, length int) ([]float32, error) {
	v, err := f.Float32(name, length)
	if err != nil {
		return nil, err
	}
	for i, x := range v {
		if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
			return nil, fmt.Errorf("weights: %w: %q holds %v at %d", ErrTensor, name, x, i)
		}
	}
	return v, nil
}

func newLinear(w []int8, scale, bias []float32, out, in int) *Linear {
	l := &Linear{bias: make([]float32, out)}
	copy(l.bias, bias)
	l.m.reshape(out, in)
	copy(l.m.scale, scale)
	for r := range out {
		row := l.m.row(r)
		for i, v := range w[r*in:][:in] {
			row[i] = lane(v)
		}
	}
	return l
}

// prepare brings W into the one form that the chosen kernel reads, so that Apply writes nothing to the layer.
func (l *Linear) prepare() {
	if accelerated() {
		return
	}
	l.m.packRight()
	l.m.lanes = nil
}

// In is the number of inputs.
func (l *Linear) In() int { return l.m.cols }

// Out is the number of outputs.
func (l *Linear) Out() int { return l.m.rows }

// Apply computes the layer for every row of x: dst[r*Out+o] = float32(W[o]·x[r])·(scale of x[r] · scale of o) +
// bias[o], where the dot product is exact and each floating-point operation is rounded by itself. It panics where x has
// not In columns or dst is shorter than x.Rows()*Out.
func (l *Linear) Apply(dst []float32, x *Quantised) {
	if x.m.cols != l.m.cols {
		panic(fmt.Sprintf("model: linear layer of %d inputs applied to rows of %d", l.m.cols, x.m.cols))
	}
	product(dst[:x.m.rows*l.m.rows], &x.m, 0, x.m.rows, &l.m, 0, l.m.rows, l.bias)
}

// Pairwise computes dst[i*bn+j] = float32(a[a0+i]·b[b0+j])·(scale of a[a0+i] · scale of b[b0+j]) for i < an and j < bn:
// the scores of every pair of rows, as a biaffine layer wants them within a sentence. It panics where a and b differ in
// columns, where rows lie outside, or where dst is shorter than an*bn.
func Pairwise(dst []float32, a, b *Quantised, a0, an, b0, bn int) {
	if a.m.cols != b.m.cols {
		panic(fmt.Sprintf("model: pairwise product of rows of %d and of %d", a.m.cols, b.m.cols))
	}
	if a0 < 0 || an < 0 || an > a.m.rows-a0 || b0 < 0 || bn < 0 || bn > b.m.rows-b0 {
		panic("model: pairwise product of rows that are not there")
	}
	product(dst[:an*bn], &a.m, a0, an, &b.m, b0, bn, nil)
}
