package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// What the operations compute, told a second time as plainly as possible.

func TestSetRoundsHalfToEven(t *testing.T) {
	for _, c := range []struct {
		name  string
		x     []float32
		want  []lane
		scale float32
	}{
		{"halves go to the even neighbour", []float32{127, 0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 126.5}, []lane{127, 0, 2, 2, 0, -2, -2, 126}, 1},
		{"the greatest magnitude is negative", []float32{-2, 1, 0}, []lane{-127, 64, 0}, 2 / 127.0},
		{"zeros", []float32{0, 0}, []lane{0, 0}, 0},
		{"too small for a reciprocal", []float32{1e-40, -1e-39}, []lane{0, 0}, 0},
		{"huge", []float32{math.MaxFloat32, -math.MaxFloat32}, []lane{127, -127}, math.MaxFloat32 / 127},
		{"not a number", []float32{1, float32(math.NaN()), 2}, []lane{0, 0, 0}, 0},
		{"infinite", []float32{1, float32(math.Inf(-1)), 2}, []lane{0, 0, 0}, 0},
	} {
		// Each case stands alone, and as the end of a row that is long enough for any kernel.
		for _, before := range []int{0, 16, 32} {
			x := append(make([]float32, before), c.x...)
			var q Quantised
			q.Set(x, 1, len(x))
			for i, want := range c.want {
				if got := q.m.row(0)[before+i]; got != want {
					t.Errorf("%s, after %d zeros: value %d is %d, not %d", c.name, before, i, got, want)
				}
			}
			if q.m.scale[0] != c.scale {
				t.Errorf("%s: scale %v, not %v", c.name, q.m.scale[0], c.scale)
			}
		}
	}
}

func TestSetKeepsNothingOfTheSetBefore(t *testing.T) {
	var q Quantised
	q.Set([]float32{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 2, 10)
	l := newLinear([]int8{1, 1, 1}, []float32{1}, nil, 1, 3)
	got := make([]float32, 1)
	q.Set([]float32{127, -127, 1}, 1, 3)
	if l.Apply(got, &q); got[0] != 1 {
		t.Errorf("1·127 - 1·127 + 1·1 came to %v", got[0])
	}
	q.Set([]float32{127, -127, 2}, 1, 3)
	if l.Apply(got, &q); got[0] != 2 {
		t.Errorf("after Set the layer still saw the values before: %v", got[0])
	}
}

func TestSetStridedSkipsWhatLiesBetween(t *testing.T) {
	x := []float32{1, 2, 99, 3, 4, 99}
	var got, want Quantised
	got.SetStrided(x, 2, 2, 3)
	want.Set([]float32{1, 2, 3, 4}, 2, 2)
	if got.Rows() != 2 || got.Cols() != 2 {
		t.Fatalf("%d × %d", got.Rows(), got.Cols())
	}
	for r := range 2 {
		for i := range 2 {
			if got.m.row(r)[i] != want.m.row(r)[i] || got.m.scale[r] != want.m.scale[r] {
				t.Errorf("row %d differs", r)
			}
		}
	}
}

func TestApplyIsTheSumOfProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 200 {
		rows, in, out := 1+r.IntN(5), 1+r.IntN(70), 1+r.IntN(30)
		l := randomLinear(r, out, in)
		var q Quantised
		q.Set(randomFloats(r, rows*in), rows, in)
		got := make([]float32, rows*out)
		l.Apply(got, &q)
		for i := range rows {
			for j := range out {
				acc := 0
				for k := range in {
					acc += int(q.m.lanes[i*q.m.stride+k]) * int(l.m.lanes[j*l.m.stride+k])
				}
				// Without the conversion the compiler may fuse the product with the sum on arm64.
				want := float32(float32(acc)*(q.m.scale[i]*l.m.scale[j])) + l.bias[j]
				if got[i*out+j] != want {
					t.Fatalf("%d×%d×%d: [%d, %d] is %v, not %v", rows, in, out, i, j, got[i*out+j], want)
				}
			}
		}
	}
}

func TestApplyOfNoRowsDoesNothing(t *testing.T) {
	var q Quantised
	q.Set(nil, 0, 3)
	newLinear(make([]int8, 15), make([]float32, 5), nil, 5, 3).Apply(nil, &q)
	Pairwise(nil, &q, &q, 0, 0, 0, 0)
}

func TestMisusePanics(t *testing.T) {
	var two, three Quantised
	two.Set(make([]float32, 4), 2, 2)
	three.Set(make([]float32, 6), 2, 3)
	l := newLinear(make([]int8, 10), make([]float32, 5), nil, 5, 2)
	e := Embedding{rows: 2, dim: 2, values: make([]int8, 4), scale: make([]float32, 2)}
	long := make([]float32, 100)
	for name, f := range map[string]func(){
		"a layer given rows of another length":   func() { l.Apply(long, &three) },
		"an output too short":                    func() { l.Apply(long[:9:9], &two) },
		"pairs of rows of different lengths":     func() { Pairwise(long, &two, &three, 0, 1, 0, 1) },
		"rows past the end":                      func() { Pairwise(long, &two, &two, 1, 2, 0, 1) },
		"rows before the start":                  func() { Pairwise(long, &two, &two, 0, 1, -1, 1) },
		"an input too short":                     func() { two.Set(long[:3:3], 2, 2) },
		"rows without columns":                   func() { new(Quantised).Set(nil, 1, 0) },
		"a row too long":                         func() { new(Quantised).Set(make([]float32, maxCols+1), 1, maxCols+1) },
		"an embedding's row that is not there":   func() { e.AddRow(long, 2) },
		"an embedding into too little":           func() { e.AddRow(long[:1:1], 0) },
		"a normalisation of seven":               func() { LayerNorm(long, long, long, long, 1, 7) },
		"a normalisation with too little gamma":  func() { LayerNorm(long, long, long[:7:7], long, 1, 8) },
		"a recurrence of seven units":            func() { Scan(long, long, long, long, long, 1, 7) },
		"a recurrence with too few projections":  func() { Scan(long, long[:47:47], long, long, long, 1, 8) },
		"a sum with more than there is room for": func() { Add(long[:1:1], long) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s did not panic", name)
				}
			}()
			f()
		}()
	}
}

func TestLayerNormGivesMeanAndVariance(t *testing.T) {
	x := []float32{1, 2, 3, 4, 5, 6, 7, 8, 5, 5, 5, 5, 5, 5, 5, 5}
	gamma, beta := []float32{1, 1, 1, 1, 1, 1, 1, 2}, []float32{0, 0, 0, 0, 0, 0, 10, 0}
	got := make([]float32, 16)
	LayerNorm(got, x, gamma, beta, 2, 8)
	deviation := math.Sqrt(5.25 + 1e-5)
	for i := range 8 {
		want := (float64(x[i])-4.5)/deviation*float64(gamma[i]) + float64(beta[i])
		if math.Abs(float64(got[i])-want) > 1e-6 {
			t.Errorf("value %d is %v, not %v", i, got[i], want)
		}
		if got[8+i] != beta[i] {
			t.Errorf("constant row: value %d is %v, not %v", i, got[8+i], beta[i])
		}
	}
}

// The equations as the paper has them, in float64 and unit by unit.
func TestScanIsTheRecurrence(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	sigma := func(a float64) float64 {
		z := min(max(0.5*a, -3), 3)
		return 0.5 + 0.5*(z*(27+z*z)/(27+9*z*z))
	}
	for _, d := range [][2]int{{0, 8}, {1, 8}, {7, 24}, {20, 16}, {3, 520}} {
		T, H := d[0], d[1]
		u, x, vf, vr := randomFloats(r, T*6*H), randomFloats(r, T*2*H), randomFloats(r, 2*H), randomFloats(r, 2*H)
		h := make([]float32, T*2*H)
		Scan(h, u, x, vf, vr, T, H)
		for unit := range 2 * H {
			c := 0.0
			backward := unit / H
			for i := range T {
				t1 := i
				if backward == 1 {
					t1 = T - 1 - i
				}
				at := t1*6*H + backward*3*H + unit%H
				f := sigma(float64(u[at+H]) + float64(vf[unit])*c)
				g := sigma(float64(u[at+2*H]) + float64(vr[unit])*c)
				c = float64(u[at]) + f*(c-float64(u[at]))
				xt := float64(x[t1*2*H+unit])
				if want := xt + g*(c-xt); math.Abs(float64(h[t1*2*H+unit])-want) > 1e-5 {
					t.Fatalf("T=%d H=%d: unit %d at %d is %v, not %v", T, H, unit, t1, h[t1*2*H+unit], want)
				}
			}
		}
		Scan(x, u, x, vf, vr, T, H)
		same(t, "Scan in place", x, h, T, H)
	}
}

func TestTanhIsCloseAndReachesOne(t *testing.T) {
	for a := float32(-5); a <= 5; a += 0.125 {
		x := []float32{a}
		Tanh(x)
		if d := math.Abs(float64(x[0]) - math.Tanh(float64(a))); d > 0.025 {
			t.Errorf("tanh %v is %v, off by %v", a, x[0], d)
		}
	}
	x := []float32{3, -3, 1e30, float32(math.Inf(-1)), float32(math.NaN()), 0}
	Tanh(x)
	for i, want := range []float32{1, -1, 1, -1, -1, 0} {
		if x[i] != want {
			t.Errorf("value %d is %v, not %v", i, x[i], want)
		}
	}
}

func TestReLUCutsAtTheSign(t *testing.T) {
	x := []float32{-1, float32(math.Copysign(0, -1)), 0, 2, float32(math.Inf(-1)), float32(math.Inf(1)), -1e-45, 1e-45, -3}
	ReLU(x)
	for i, want := range []float32{0, 0, 0, 2, 0, float32(math.Inf(1)), 0, 1e-45, 0} {
		if math.Float32bits(x[i]) != math.Float32bits(want) {
			t.Errorf("value %d is %v, not %v", i, x[i], want)
		}
	}
}

// Nothing allocates once a Quantised has its room: the reader runs these for every sentence.
func TestNothingAllocates(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	l := randomLinear(r, 33, 48)
	l.m.packRight()
	x, dst, pairs := randomFloats(r, 10*48), make([]float32, 330), make([]float32, 100)
	var q, p Quantised
	v := randomFloats(r, 48)
	u := randomFloats(r, 10*6*24)
	work := func() {
		q.Set(x, 10, 48)
		p.Set(x, 10, 48)
		l.Apply(dst, &q)
		Pairwise(pairs, &q, &p, 0, 10, 0, 10)
		LayerNorm(x, x, v, v, 10, 48)
		Scan(x, u, x, v, v, 10, 24)
		Tanh(x)
	}
	work()
	if n := testing.AllocsPerRun(10, work); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
