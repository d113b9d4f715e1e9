package model

import (
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// A small network of every operation, on numbers that come from integers alone. The checksum of what comes out is the
// same on every machine and with every kernel; a change of it changes the readings, and wants weights trained anew.
func TestEveryMachineGivesTheSameBits(t *testing.T) {
	const T, in, H, out = 23, 40, 24, 37
	var r source
	e := Embedding{rows: 50, dim: in, values: r.int8s(50 * in), scale: r.floats(50)}
	x := make([]float32, T*in)
	for i := range 6 * T {
		e.AddRow(x[i%T*in:], int(r.next()%50))
	}
	layer := func(out, in int) *Linear {
		l := newLinear(r.int8s(out*in), r.floats(out), r.floats(out), out, in)
		for i := range l.m.scale {
			l.m.scale[i] /= 64
		}
		l.prepare()
		return l
	}
	var q Quantised
	apply := func(l *Linear, x []float32, rows int) []float32 {
		y := make([]float32, rows*l.Out())
		q.Set(x, rows, l.In())
		l.Apply(y, &q)
		return y
	}
	LayerNorm(x, x, r.floats(in), r.floats(in), T, in)
	states := apply(layer(2*H, in), x, T)
	Tanh(states)
	projected := apply(layer(6*H, 2*H), states, T)
	Scan(states, projected, states, r.floats(2*H), r.floats(2*H), T, H)
	ReLU(states[:len(states)/2])
	Add(states, projected[:len(states)-3])
	scores := apply(layer(out, 2*H), states, T)
	var p Quantised
	p.SetStrided(scores, T, 16, out)
	q.SetStrided(scores[16:], T, 16, out)
	pairs := make([]float32, (T-3)*(T-5))
	Pairwise(pairs, &p, &q, 3, T-3, 5, T-5)

	bits, err := binary.Append(nil, binary.LittleEndian, append(scores, pairs...))
	if err != nil {
		t.Fatal(err)
	}
	const want = 0x41605c07
	if got := crc32.ChecksumIEEE(bits); got != want {
		t.Errorf("checksum %#x, not %#x; the first scores are %v", got, want, scores[:4])
	}
}

// source is a linear congruential generator (Knuth, MMIX) whose floats are multiples of 2^-10 in [-2, 2).
type source uint64

func (s *source) next() uint64 {
	*s = *s*6364136223846793005 + 1442695040888963407
	return uint64(*s >> 40)
}

func (s *source) floats(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(int(s.next()%4096)-2048) / 1024
	}
	return x
}

func (s *source) int8s(n int) []int8 {
	x := make([]int8, n)
	for i := range x {
		x[i] = int8(s.next())
	}
	return x
}
