package model

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func BenchmarkLinear(b *testing.B) {
	for _, d := range [][3]int{{800, 320, 960}, {800, 256, 768}, {800, 320, 50}, {25, 320, 960}} {
		rows, in, out := d[0], d[1], d[2]
		r := rand.New(rand.NewPCG(1, 2))
		l := randomLinear(r, out, in)
		var q Quantised
		q.Set(randomFloats(r, rows*in), rows, in)
		dst := make([]float32, rows*out)
		name := fmt.Sprintf("%dx%dx%d", rows, in, out)
		b.Run(name+"/"+Kernel(), func(b *testing.B) {
			for b.Loop() {
				l.Apply(dst, &q)
			}
			perSecond(b, rows*in*out, "GMAC/s")
		})
		if accelerated() {
			b.Run(name+"/portable", func(b *testing.B) {
				for b.Loop() {
					productPortable(dst, &q.m, 0, rows, &l.m, 0, out, l.bias)
				}
				perSecond(b, rows*in*out, "GMAC/s")
			})
		}
	}
}

// perSecond reports how many thousand million of something a second each iteration's n make.
func perSecond(b *testing.B, n int, unit string) {
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e9, unit)
}

func randomLinear(r *rand.Rand, out, in int) *Linear {
	w := make([]int8, out*in)
	for i := range w {
		w[i] = int8(r.IntN(256) - 128)
	}
	l := newLinear(w, randomFloats(r, out), randomFloats(r, out), out, in)
	return l
}

func randomFloats(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// What a word costs besides the products, at a usual width.
func BenchmarkAround(b *testing.B) {
	const T, H = 100, 160
	r := rand.New(rand.NewPCG(3, 4))
	x, u, y := randomFloats(r, T*2*H), randomFloats(r, T*6*H), make([]float32, T*2*H)
	v := randomFloats(r, 2*H)
	e := Embedding{rows: 1000, dim: 2 * H, values: make([]int8, 1000*2*H), scale: randomFloats(r, 1000)}
	var q Quantised
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"Set", func() { q.Set(x, T, 2*H) }},
		{"LayerNorm", func() { LayerNorm(y, x, v, v, T, 2*H) }},
		{"Scan", func() { Scan(y, u, x, v, v, T, H) }},
		{"Tanh", func() { Tanh(y) }},
		{"ReLU", func() { ReLU(y) }},
		{"Add", func() { Add(y, x) }},
		{"AddRow", func() {
			for i := range T {
				e.AddRow(y[i*2*H:], i*7)
			}
		}},
	} {
		b.Run(c.name+"/"+Kernel(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.run()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/T, "ns/word")
		})
	}
}

func BenchmarkPairwise(b *testing.B) {
	const n, dim = 25, 128
	r := rand.New(rand.NewPCG(5, 6))
	var p, q Quantised
	p.Set(randomFloats(r, n*dim), n, dim)
	q.Set(randomFloats(r, n*dim), n, dim)
	dst := make([]float32, n*n)
	for b.Loop() {
		Pairwise(dst, &p, &q, 0, n, 0, n)
	}
	perSecond(b, n*n*dim, "GMAC/s")
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(weights); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(weights)))
}
