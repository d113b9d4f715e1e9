package model

import (
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// The kernels in assembly have to give the bits that the portable ones give. Where the portable ones are all there is,
// these tests compare them with themselves; reference_test.go says what is right.

func TestProductIsThePortableProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 600 {
		rows, in, out := r.IntN(9), 1+r.IntN(150), 1+r.IntN(80)
		l := randomLinear(r, out, in)
		var q Quantised
		q.Set(unruly(r, rows*in), rows, in)
		got, want := make([]float32, rows*out), make([]float32, rows*out)
		l.Apply(got, &q)
		productPortable(want, &q.m, 0, rows, &l.m, 0, out, l.bias)
		same(t, "Apply", got, want, rows, in, out)
	}
	// The magnitudes that an int8 can have, and the longest rows, strain every sum the most.
	for _, in := range []int{16, 21, 22, 441, 4096, maxCols} {
		l := randomLinear(r, 5, in)
		x := make([]float32, 3*in)
		for i := range x {
			x[i] = 1 - 2*float32(i/in%2)
		}
		for i := range l.m.lanes {
			if i%l.m.stride < in {
				l.m.lanes[i] = [5]lane{-128, 127, 127, -128, 0}[i/l.m.stride]
			}
		}
		var q Quantised
		q.Set(x, 3, in)
		got, want := make([]float32, 15), make([]float32, 15)
		l.Apply(got, &q)
		productPortable(want, &q.m, 0, 3, &l.m, 0, 5, l.bias)
		same(t, "Apply", got, want, 3, in, 5)
	}
}

func TestPairwiseIsThePortableProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		rows, in := 1+r.IntN(40), 1+r.IntN(140)
		var a, b Quantised
		a.Set(unruly(r, rows*in), rows, in)
		b.Set(unruly(r, rows*in), rows, in)
		a0, b0 := r.IntN(rows), r.IntN(rows)
		an, bn := r.IntN(rows-a0+1), r.IntN(rows-b0+1)
		got, want := make([]float32, an*bn), make([]float32, an*bn)
		Pairwise(got, &a, &b, a0, an, b0, bn)
		productPortable(want, &a.m, a0, an, &b.m, b0, bn, nil)
		same(t, "Pairwise", got, want, rows, in, an, bn)
	}
}

func TestQuantiseRowIsThePortableOne(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 3000 {
		x := unruly(r, 1+r.IntN(100))
		got, want := make([]lane, len(x)), make([]lane, len(x))
		s1, s2 := quantiseRow(got, x), quantiseRowPortable(want, x)
		if math.Float32bits(s1) != math.Float32bits(s2) {
			t.Fatalf("scale %v, portable %v of %v", s1, s2, x)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("value %d of %d is %d, portable %d", i, len(x), got[i], want[i])
			}
		}
	}
}

func TestElementwiseKernelsAreThePortableOnes(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 3000 {
		n := r.IntN(70)
		x, y := unruly(r, n), unruly(r, n)
		for name, f := range map[string][2]func(x, y []float32){
			"ReLU": {func(x, _ []float32) { ReLU(x) }, func(x, _ []float32) { reluPortable(x) }},
			"Tanh": {func(x, _ []float32) { Tanh(x) }, func(x, _ []float32) { tanhPortable(x) }},
			"Add":  {Add, addPortable},
		} {
			got, want := append([]float32(nil), x...), append([]float32(nil), x...)
			f[0](got, y)
			f[1](want, y)
			same(t, name, got, want, n)
		}
		values := make([]int8, n)
		for i := range values {
			values[i] = int8(r.IntN(256) - 128)
		}
		got, want := append([]float32(nil), x...), append([]float32(nil), x...)
		scale := float32(r.NormFloat64())
		e := Embedding{rows: 1, dim: n, values: values, scale: []float32{scale}}
		e.AddRow(got, 0)
		addScaledPortable(want, values, scale)
		same(t, "AddRow", got, want, n)
	}
}

func TestLayerNormIsThePortableOne(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 1000 {
		rows, cols := r.IntN(4), 8*(1+r.IntN(20))
		x, gamma, beta := unruly(r, rows*cols), randomFloats(r, cols), randomFloats(r, cols)
		want := make([]float32, len(x))
		for i := range rows {
			normaliseRowPortable(want[i*cols:][:cols], x[i*cols:][:cols], gamma, beta)
		}
		got := make([]float32, len(x))
		LayerNorm(got, x, gamma, beta, rows, cols)
		same(t, "LayerNorm", got, want, rows, cols)
		LayerNorm(x, x, gamma, beta, rows, cols)
		same(t, "LayerNorm in place", x, want, rows, cols)
	}
}

func TestScanStepIsThePortableOne(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 1000 {
		n := 8 * (1 + r.IntN(12))
		in := make([][]float32, 7)
		for i := range in {
			in[i] = unruly(r, n)
		}
		c := append([]float32(nil), in[6]...)
		got, want := make([]float32, n), make([]float32, n)
		scanStep(got, in[0], in[1], in[2], in[3], in[4], in[5], in[6])
		scanStepPortable(want, in[0], in[1], in[2], in[3], in[4], in[5], c)
		same(t, "h", got, want, n)
		same(t, "c", in[6], c, n)
	}
}

func TestTheEnvironmentChoosesThePortableKernels(t *testing.T) {
	if os.Getenv("GAINSAY_CPU") == "portable" {
		if Kernel() != "portable" {
			t.Errorf("Kernel() is %q", Kernel())
		}
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	again := exec.Command(self, "-test.run", "^(Test|Fuzz)")
	again.Env = append(os.Environ(), "GAINSAY_CPU=portable")
	if out, err := again.CombinedOutput(); errors.Is(err, syscall.ENOEXEC) {
		t.Skip("the tests run on an emulator, which does not start programs")
	} else if err != nil {
		t.Errorf("the tests with GAINSAY_CPU=portable: %v\n%s", err, out)
	}
	if k := Kernel(); !strings.Contains("avx2 neon portable", k) || k == "" {
		t.Errorf("Kernel() is %q", k)
	}
}

// unruly is floats of all sizes: mostly ordinary ones, some vectors of zeros, of subnormals, of huge values, and with
// NaN or infinities among them.
func unruly(r *rand.Rand, n int) []float32 {
	x := randomFloats(r, n)
	size := float32(1)
	switch r.IntN(12) {
	case 0:
		size = 0
	case 1:
		size = 1e-42
	case 2:
		size = 1e37
	case 3:
		size = 100
	case 4:
		size = 1e-30
	case 5:
		size = 1e-4
	}
	for i := range x {
		x[i] *= size
	}
	if n > 0 && r.IntN(12) == 0 {
		x[r.IntN(n)] = []float32{float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Copysign(0, -1))}[r.IntN(4)]
	}
	return x
}

// same tells whether two vectors are the same bit for bit, any NaN counting as any other.
func same(t *testing.T, what string, got, want []float32, shape ...int) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s %v: %d values, portable %d", what, shape, len(got), len(want))
	}
	for i := range got {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) && !(got[i] != got[i] && want[i] != want[i]) {
			t.Fatalf("%s %v: value %d is %v, portable %v", what, shape, i, got[i], want[i])
		}
	}
}
