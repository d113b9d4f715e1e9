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
