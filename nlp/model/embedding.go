package model

import "fmt"

// Embedding is a table of vectors in int8, one scale a row. It is immutable and safe for concurrent use; its values
// are a view into the weights file.
type Embedding struct {
	rows, dim int
	values    []int8
	scale     []float32
}

// Embedding reads the table of that name: tensor name is i8 [rows, dim], name.scale is f32 [rows]. The error wraps
// [ErrTensor].
func (f *File) Embedding(name string) (*Embedding, error) {
	values, err := f.Int8(name, -1, -1)
	if err != nil {
		return nil, err
	}
	shape, _ := f.Shape(name)
	if shape[0] < 1 || shape[1] < 1 {
		return nil, fmt.Errorf("weights: %w: %q has shape %v and no values", ErrTensor, name, shape)
	}
	scale, err := f.finite(name+".scale", shape[0])
	if err != nil {
		return nil, err
	}
	return &Embedding{rows: shape[0], dim: shape[1], values: values, scale: scale}, nil
}

// Rows is the number of vectors.
func (e *Embedding) Rows() int { return e.rows }

// Dim is the number of values of a vector.
func (e *Embedding) Dim() int { return e.dim }

// AddRow adds vector row to dst: dst[i] += scale·float32(value). It panics where row is not within 0 to Rows()-1 or dst
// is shorter than Dim.
func (e *Embedding) AddRow(dst []float32, row int) {
	addScaled(dst[:e.dim], e.values[row*e.dim:][:e.dim], e.scale[row])
}

func addScaledPortable(dst []float32, values []int8, scale float32) {
	dst = dst[:len(values)]
	for i, v := range values {
		dst[i] += float32(scale * float32(v))
	}
}
