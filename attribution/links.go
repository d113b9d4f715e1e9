package attribution

import (
	"fmt"
	"math"
	"math/bits"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// links chooses the cue of each content and the source of each cue: a biaffine score on the vectors of each span's first
// and last token (the two sides projected and multiplied) plus a learned preference for each distance.
type links struct {
	contentQuery, cueKey          *model.Linear
	cueQuery, sourceKey, noSource *model.Linear
	contentFar, sourceFar         []float32
}

const distances = 24

// reach is how many tokens may lie between what is linked.
const reach = 60

// outOfReach is the score of a link that is as good as impossible.
const outOfReach = -1e4

func (l *links) read(f *model.File, n int) (err error) {
	for _, x := range []struct {
		name  string
		layer **model.Linear
	}{{"content_query", &l.contentQuery}, {"cue_key", &l.cueKey}, {"cue_query", &l.cueQuery}, {"source_key", &l.sourceKey}, {"no_source", &l.noSource}} {
		if *x.layer, err = f.Linear(x.name); err != nil {
			return err
		}
		if (*x.layer).In() != 2*n {
			return fmt.Errorf("layer %s has %d inputs, want %d", x.name, (*x.layer).In(), 2*n)
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

// gap is the number of tokens from a to b: 1 for the next token, negative where b lies before a, 0 where they overlap.
func gap(a, b nlp.Range) int {
	if after := b.First - a.Last + 1; after > 0 {
		return after
	}
	if before := b.Last - a.First - 1; before < 0 {
		return before
	}
	return 0
}

// statements joins spans to statements. x holds the tokens' vectors; sure tells of each token from base on how sure its
// role is. A cue without content is no statement.
func (l *links) statements(found spans, x *rows, sure []float32, base int) []nlp.Attribution {
	if len(found.cues) == 0 || len(found.contents) == 0 {
		return nil
	}
	out := make([]nlp.Attribution, len(found.cues))
	linked := make([]float64, len(out))
	for i, c := range found.cues {
		out[i], linked[i] = nlp.Attribution{Cue: []nlp.Range{c}, Inside: -1}, 1
	}
	cues := x.ends(found.cues)
	l.contents(found, x, cues, out, linked)
	l.sources(found, x, cues, out, linked)
	kept := out[:0]
	for i, a := range out {
		if len(a.Content) > 0 {
			a.Score = linked[i] * certainty(a, sure, base)
			kept = append(kept, a)
		}
	}
	return kept
}

func (l *links) contents(found spans, x *rows, cues *model.Quantised, out []nlp.Attribution, linked []float64) {
	scores := score(l.contentQuery, l.cueKey, x.ends(found.contents), cues)
	for i, c := range found.contents {
		row := scores[i*len(out) : (i+1)*len(out)]
		for j, cue := range found.cues {
			row[j] = near(row[j], gap(c, cue), l.contentFar)
		}
		j, p := choose(row)
		out[j].Content = append(out[j].Content, c)
		linked[j] *= p
	}
}

func (l *links) sources(found spans, x *rows, cues *model.Quantised, out []nlp.Attribution, linked []float64) {
	if len(found.sources) == 0 {
		return
	}
	scores := score(l.cueQuery, l.sourceKey, cues, x.ends(found.sources))
	none := make([]float32, len(out))
	l.noSource.Apply(none, cues)
	k := len(found.sources)
	row := make([]float32, k+1)
	for i, cue := range found.cues {
		copy(row, scores[i*k:(i+1)*k])
		for j, s := range found.sources {
			row[j] = near(row[j], gap(cue, s), l.sourceFar)
			if !x.oneParagraph(cue, s) {
				row[j] = outOfReach
			}
		}
		row[k] = none[i]
		j, p := choose(row)
		linked[i] *= p
		if j < k {
			out[i].Source = []nlp.Range{found.sources[j]}
		}
	}
}

// near adds the preference for a distance; what is out of reach is as good as impossible.
func near(v float32, gap int, far []float32) float32 {
	if gap > reach || gap < -reach {
		return outOfReach
	}
	return v + far[bucket(gap)]
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

// rows are the vectors of the tokens of a document, width values each.
type rows struct {
	doc   *nlp.Doc
	x     []float32
	width int
}

// oneParagraph tells whether two spans begin in one paragraph: the citation that closes a paragraph, "(The Courier, March
// 3)", is not the source of what the next one begins with.
func (r *rows) oneParagraph(a, b nlp.Range) bool {
	return r.doc.SentenceOf(a.First).Paragraph == r.doc.SentenceOf(b.First).Paragraph
}

// ends are the vectors of the first and the last token of each span, side by side, quantised.
func (r *rows) ends(spans []nlp.Range) *model.Quantised {
	buf := make([]float32, 0, 2*len(spans)*r.width)
	for _, s := range spans {
		for _, i := range [2]int{s.First, s.Last - 1} {
			buf = append(buf, r.x[i*r.width:(i+1)*r.width]...)
		}
	}
	q := new(model.Quantised)
	q.Set(buf, len(spans), 2*r.width)
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
