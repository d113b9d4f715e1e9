package model

import "fmt"

// Norm is a layer normalisation with its learned scale and shift.
type Norm struct{ gamma, beta []float32 }

// Norm reads the layer of that name: name.gamma and name.beta, f32 [n].
func (f *File) Norm(name string) (*Norm, error) {
	gamma, err := f.Float32(name+".gamma", -1)
	if err != nil {
		return nil, err
	}
	beta, err := f.Float32(name+".beta", len(gamma))
	if err != nil {
		return nil, err
	}
	if len(gamma)%8 != 0 {
		return nil, fmt.Errorf("%w: %s.gamma has %d values, want a multiple of 8", ErrTensor, name, len(gamma))
	}
	return &Norm{gamma, beta}, nil
}

// Dim is the number of values of a row.
func (n *Norm) Dim() int { return len(n.gamma) }

// Apply normalises rows rows of x into dst, which may be x.
func (n *Norm) Apply(dst, x []float32, rows int) {
	LayerNorm(dst, x, n.gamma, n.beta, rows, len(n.gamma))
}

// Recurrent is one bidirectional layer of Simple Recurrent Units with its input normalised: x becomes Scan(W·norm(x)) with
// x itself as the highway. It is immutable and safe for concurrent use.
type Recurrent struct {
	norm   *Norm
	proj   *Linear
	vf, vr []float32
}

// Recurrent reads the layer of that name: name.norm, name.proj (3n outputs for n inputs) and name.v, f32 [2, n].
func (f *File) Recurrent(name string) (*Recurrent, error) {
	norm, err := f.Norm(name + ".norm")
	if err != nil {
		return nil, err
	}
	proj, err := f.Linear(name + ".proj")
	if err != nil {
		return nil, err
	}
	n := norm.Dim()
	if n%16 != 0 || proj.In() != n || proj.Out() != 3*n {
		return nil, fmt.Errorf("%w: %s.proj is %d×%d, want %d×%d in halves of a multiple of 8", ErrTensor, name, proj.Out(), proj.In(), 3*n, n)
	}
	v, err := f.Float32(name+".v", 2, n)
	if err != nil {
		return nil, err
	}
	return &Recurrent{norm, proj, v[:n], v[n:]}, nil
}

// Dim is the number of values of a row, in and out.
func (r *Recurrent) Dim() int { return r.norm.Dim() }

// Scratch is the working memory of a network's pass over one document. The zero value is ready; it grows to what the
// longest pass needs and belongs to one goroutine at a time.
type Scratch struct {
	Q    Quantised
	y, u []float32
}

// Apply runs the layer over the T rows of x, in place.
func (r *Recurrent) Apply(x []float32, T int, s *Scratch) {
	n := r.Dim()
	s.y, s.u = Grow(s.y, T*n), Grow(s.u, T*3*n)
	r.norm.Apply(s.y, x, T)
	s.Q.Set(s.y, T, n)
	r.proj.Apply(s.u, &s.Q)
	Scan(x, s.u, x, r.vf, r.vr, T, n/2)
}

// Grow is x with length n: x itself where its capacity suffices, its values then unspecified.
func Grow(x []float32, n int) []float32 {
	if cap(x) < n {
		return make([]float32, n)
	}
	return x[:n]
}
