package attribution

import (
	"fmt"
	"math"
	"math/bits"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// links chooses, on the vectors of first tokens, the cue of each content and the source of each cue: a biaffine score
// (the two sides projected and multiplied) plus a learned preference for each distance.
type links struct {
	contentQuery, cueKey          *model.Linear
	cueQuery, sourceKey, noSource *model.Linear
	contentFar, sourceFar         []float32
}

const distances = 24

func (l *links) read(f *model.File, n int) (err error) {
	for _, x := range []struct {
		name  string
		layer **model.Linear
	}{{"content_query", &l.contentQuery}, {"cue_key", &l.cueKey}, {"cue_query", &l.cueQuery}, {"source_key", &l.sourceKey}, {"no_source", &l.noSource}} {
		if *x.layer, err = f.Linear(x.name); err != nil {
			return err
		}
		if (*x.layer).In() != n {
			return fmt.Errorf("layer %s has %d inputs, want %d", x.name, (*x.layer).In(), n)
		}
	}
	if l.contentQuery.Out() != l.cueKey.Out() || l.cueQuery.Out() != l.sourceKey.Out() || l.noSource.Out() != 1 {
		return fmt.Errorf("the layers for links do not fit each other")
	}
	if l.contentFar, err = f.Float32("content_far", distances); err != nil {
		return err
	}
	l.sourceFar, err = f.Float32("source_far", distances)
	return err
}

// bucket numbers a signed distance in tokens: twelve logarithmic steps a side, 2^(1/1.5) each. It is the bucket of
// train/network.py: floor(1.5·log2|d|) at most 11, from 12 on for d ≥ 0.
func bucket(d int) int {
	side := 12
	if d < 0 {
		side, d = 0, -d
	}
	d = max(d, 1)
	// floor(1.5·log2 d) = floor(log2(d³)/2), exact in integers as long as d³ fits.
	k := 11
	if d < 1<<10 {
		k = min(11, (bits.Len64(uint64(d)*uint64(d)*uint64(d))-1)/2)
	}
	return side + k
}

// statements joins spans to statements. x holds the vectors of the tokens from base on; sure tells of each of those
// tokens how sure its role is. A cue without content is no statement.
func (l *links) statements(found spans, x *rows, sure []float32) []nlp.Attribution {
	if len(found.cues) == 0 || len(found.contents) == 0 {
		return nil
	}
	cues, contents := x.firsts(found.cues), x.firsts(found.contents)
	out := make([]nlp.Attribution, len(found.cues))
	for i, c := range found.cues {
		out[i] = nlp.Attribution{Cue: []nlp.Range{c}, Inside: -1}
	}
	linked := make([]float64, len(out))
	for i := range linked {
		linked[i] = 1
	}
	scores := score(l.contentQuery, l.cueKey, contents, cues)
	for i, c := range found.contents {
		row := scores[i*len(out) : (i+1)*len(out)]
		for j, cue := range found.cues {
			row[j] += l.contentFar[bucket(cue.First-c.First)]
		}
		j, p := choose(row)
		out[j].Content = append(out[j].Content, c)
		linked[j] *= p
	}
	l.sources(found, x, out, linked)
	kept := out[:0]
	for i, a := range out {
		if len(a.Content) > 0 {
			a.Score = linked[i] * certainty(a, sure, x.base)
			kept = append(kept, a)
		}
	}
	return kept
}

func (l *links) sources(found spans, x *rows, out []nlp.Attribution, linked []float64) {
	if len(found.sources) == 0 {
		return
	}
	cues, sources := x.firsts(found.cues), x.firsts(found.sources)
	scores := score(l.cueQuery, l.sourceKey, cues, sources)
	none := make([]float32, len(out))
	l.noSource.Apply(none, cues)
	k := len(found.sources)
	row := make([]float32, k+1)
	for i, cue := range found.cues {
		copy(row, scores[i*k:(i+1)*k])
		for j, s := range found.sources {
			row[j] += l.sourceFar[bucket(s.First-cue.First)]
		}
		row[k] = none[i]
		j, p := choose(row)
		linked[i] *= p
		if j < k {
			out[i].Source = []nlp.Range{found.sources[j]}
		}
	}
}

// choose is the greatest of the scores and its share of their softmax.
func choose(row []float32) (int, float64) {
	best, sum := model.Argmax(row), 0.0
	for _, v := range row {
		sum += math.Exp(float64(v - row[best]))
	}
	return best, 1 / sum
}

// certainty is the geometric mean of how sure the roles of a statement's tokens are.
func certainty(a nlp.Attribution, sure []float32, base int) float64 {
	sum, n := 0.0, 0
	for _, rs := range [][]nlp.Range{a.Source, a.Cue, a.Content} {
		for _, r := range rs {
			for i := r.First; i < r.Last; i++ {
				sum += math.Log(max(float64(sure[i-base]), 1e-6))
				n++
			}
		}
	}
	return math.Exp(sum / float64(max(n, 1)))
}

// rows gives out vectors of tokens: row i of x is token base+i.
type rows struct {
	x     []float32
	width int
	base  int
}

// firsts are the vectors of the first tokens of spans, quantised.
func (r *rows) firsts(spans []nlp.Range) *model.Quantised {
	buf := make([]float32, 0, len(spans)*r.width)
	for _, s := range spans {
		i := s.First - r.base
		buf = append(buf, r.x[i*r.width:(i+1)*r.width]...)
	}
	q := new(model.Quantised)
	q.Set(buf, len(spans), r.width)
	return q
}

// score is the product of every projected row of a with every projected row of b.
func score(query, key *model.Linear, a, b *model.Quantised) []float32 {
	n := query.Out()
	qa, qb := make([]float32, a.Rows()*n), make([]float32, b.Rows()*n)
	query.Apply(qa, a)
	key.Apply(qb, b)
	var x, y model.Quantised
	x.Set(qa, a.Rows(), n)
	y.Set(qb, b.Rows(), n)
	out := make([]float32, a.Rows()*b.Rows())
	model.Pairwise(out, &x, &y, 0, a.Rows(), 0, b.Rows())
	return out
}
