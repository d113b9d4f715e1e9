package attribution

import (
	"math"
	"math/rand/v2"
	"testing"

	"gainsay/nlp"
)

// every label sequence of n tokens with the exponential of its score.
func enumerate(r *roles, emit []float32, n int, yield func(labels []uint8, weight float64)) {
	labels := make([]uint8, n)
	var rec func(t int, sum float64)
	rec = func(t int, sum float64) {
		if t == n {
			yield(labels, math.Exp(sum))
			return
		}
		for l := range labelCount {
			step := r.start[l]
			if t > 0 {
				step = r.trans[int(labels[t-1])*labelCount+l]
			}
			labels[t] = uint8(l)
			rec(t+1, sum+float64(step+emit[t*labelCount+l]))
		}
	}
	rec(0, 0)
}

func TestRolesAgreeWithEnumeration(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	random := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = 4*rng.Float32() - 2
		}
		return out
	}
	for n := 1; n <= 4; n++ {
		r := &roles{trans: random(labelCount * labelCount), start: random(labelCount)}
		emit := random(n * labelCount)
		var top, all float64
		var best []uint8
		marginal := make([]float64, n*labelCount)
		enumerate(r, emit, n, func(labels []uint8, w float64) {
			all += w
			for i, l := range labels {
				marginal[i*labelCount+int(l)] += w
			}
			if w > top {
				top, best = w, append([]uint8(nil), labels...)
			}
		})
		got := r.best(emit)
		for i, p := range r.sure(emit, got) {
			if got[i] != best[i] {
				t.Errorf("%d tokens: label %d is %s, enumeration says %s", n, i, roleNames[got[i]], roleNames[best[i]])
			}
			if want := marginal[i*labelCount+int(got[i])] / all; math.Abs(float64(p)-want) > 1e-4 {
				t.Errorf("%d tokens: token %d is sure to %.5f, enumeration says %.5f", n, i, p, want)
			}
		}
	}
}

func TestBucketIsThatOfTraining(t *testing.T) {
	for d := -3000; d <= 3000; d++ {
		m := math.Max(math.Abs(float64(d)), 1)
		want := int(math.Min(math.Floor(math.Log2(m)*1.5+1e-9), 11))
		if d >= 0 {
			want += 12
		}
		if got := bucket(d); got != want {
			t.Fatalf("bucket(%d) = %d, want %d", d, got, want)
		}
	}
}

func TestGap(t *testing.T) {
	a := nlp.Range{First: 5, Last: 8}
	for _, c := range []struct {
		b    nlp.Range
		want int
	}{
		{nlp.Range{First: 8, Last: 9}, 1}, {nlp.Range{First: 10, Last: 12}, 3}, {nlp.Range{First: 3, Last: 5}, -1},
		{nlp.Range{First: 0, Last: 2}, -4}, {nlp.Range{First: 6, Last: 7}, 0}, {nlp.Range{First: 7, Last: 10}, 0},
	} {
		if got := gap(a, c.b); got != c.want {
			t.Errorf("gap(%v, %v) = %d, want %d", a, c.b, got, c.want)
		}
	}
}

func TestSpansOf(t *testing.T) {
	got := spansOf([]uint8{insideContent, beginSource, insideSource, beginSource, beginCue, outside, insideCue, beginContent, beginContent}, 10)
	want := spans{
		sources:  []nlp.Range{{First: 11, Last: 13}, {First: 13, Last: 14}},
		cues:     []nlp.Range{{First: 14, Last: 15}, {First: 16, Last: 17}},
		contents: []nlp.Range{{First: 10, Last: 11}, {First: 17, Last: 18}, {First: 18, Last: 19}},
	}
	for _, c := range []struct {
		name      string
		got, want []nlp.Range
	}{{"sources", got.sources, want.sources}, {"cues", got.cues, want.cues}, {"contents", got.contents, want.contents}} {
		if len(c.got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
			continue
		}
		for i := range c.got {
			if c.got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
			}
		}
	}
}

// The statement within comes after the one that holds it, even where its words begin first, and Inside follows.
func TestOrderKeepsHolderFirst(t *testing.T) {
	one := func(first, inside int) nlp.Attribution {
		return nlp.Attribution{Cue: []nlp.Range{{First: first, Last: first + 1}}, Content: []nlp.Range{{First: first + 1, Last: first + 2}}, Inside: inside}
	}
	d := &nlp.Doc{Found: []nlp.Attribution{one(30, -1), one(20, -1), one(5, 1), one(33, 0)}}
	order(d)
	var firsts, inside []int
	for _, a := range d.Found {
		firsts, inside = append(firsts, firstToken(a)), append(inside, a.Inside)
	}
	wantFirsts, wantInside := []int{20, 5, 30, 33}, []int{-1, 0, -1, 2}
	for i := range wantFirsts {
		if firsts[i] != wantFirsts[i] || inside[i] != wantInside[i] {
			t.Fatalf("statements begin at %v, inside %v; want %v, %v", firsts, inside, wantFirsts, wantInside)
		}
	}
}
