package attribution

import (
	"fmt"
	"math"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// The labels of the roles, in IOB2: what a token is to the statement that it belongs to.
const (
	outside = iota
	beginSource
	insideSource
	beginCue
	insideCue
	beginContent
	insideContent
	labelCount
)

// roles is the conditional random field over role labels (Lafferty, McCallum and Pereira, ICML 2001): a linear layer
// scores each label at each token, trans[i*labelCount+j] the step from label i to label j.
type roles struct {
	emit         *model.Linear
	trans, start []float32
}

var roleNames = [labelCount]string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}

// read takes the layer of that name and its steps, trans and start by their own names.
func (r *roles) read(f *model.File, layer, trans, start string, n int) (err error) {
	if r.emit, err = f.Linear(layer); err != nil {
		return err
	}
	names, err := f.Strings("labels.role")
	if err != nil {
		return err
	}
	if r.emit.In() != n || r.emit.Out() != labelCount || len(names) != labelCount {
		return fmt.Errorf("layer %s is %d×%d for %d labels, want %d×%d", layer, r.emit.Out(), r.emit.In(), len(names), labelCount, n)
	}
	for i, name := range names {
		if name != roleNames[i] {
			return fmt.Errorf("role label %d is %q, want %q", i, name, roleNames[i])
		}
	}
	if r.trans, err = f.Float32(trans, labelCount, labelCount); err != nil {
		return err
	}
	r.start, err = f.Float32(start, labelCount)
	return err
}

// scores computes the emission scores of every token, labelCount a row.
func (r *roles) scores(x *model.Quantised) []float32 {
	emit := make([]float32, x.Rows()*labelCount)
	r.emit.Apply(emit, x)
	return emit
}

// withinSentences keeps sources and cues from running on into the next sentence: "(The Courier, March 3)" and the
// paragraph's first words after it are not one source. A content may run over sentences; at a paragraph it begins anew,
// so that a headline's does not take the dateline along, while a speech of several paragraphs is several pieces of one.
func withinSentences(d *nlp.Doc, emit []float32) {
	for _, s := range d.Sentences {
		row := emit[s.First*labelCount : (s.First+1)*labelCount]
		row[insideSource], row[insideCue] = -1e4, -1e4
		if d.Tokens[s.First].Gap == nlp.GapParagraph {
			row[insideContent] = -1e4
		}
	}
}

// best is the likeliest label sequence over the T rows of emit (Viterbi).
func (r *roles) best(emit []float32) []uint8 {
	T := len(emit) / labelCount
	if T == 0 {
		return nil
	}
	back := make([]uint8, T*labelCount)
	var score, next [labelCount]float32
	for j := range labelCount {
		score[j] = r.start[j] + emit[j]
	}
	for t := 1; t < T; t++ {
		for j := range labelCount {
			from, best := 0, score[0]+r.trans[j]
			for i := 1; i < labelCount; i++ {
				if v := score[i] + r.trans[i*labelCount+j]; v > best {
					from, best = i, v
				}
			}
			back[t*labelCount+j], next[j] = uint8(from), best+emit[t*labelCount+j]
		}
		score = next
	}
	labels := make([]uint8, T)
	l := uint8(model.Argmax(score[:]))
	for t := T - 1; t >= 0; t-- {
		labels[t] = l
		l = back[t*labelCount+int(l)]
	}
	return labels
}

// sure is the probability of each token's label given the whole text: the marginals of the labels, by the forward and
// backward sums of exponentials, each row scaled to sum to one.
func (r *roles) sure(emit []float32, labels []uint8) []float32 {
	T := len(labels)
	var step [labelCount * labelCount]float64
	for i, v := range r.trans {
		step[i] = math.Exp(float64(v))
	}
	weight := make([]float64, T*labelCount)
	for t := range T {
		row := emit[t*labelCount : (t+1)*labelCount]
		top := row[model.Argmax(row)]
		for j, v := range row {
			weight[t*labelCount+j] = math.Exp(float64(v - top))
		}
	}
	forward := make([]float64, T*labelCount)
	for t := range T {
		row, sum := forward[t*labelCount:(t+1)*labelCount], 0.0
		for j := range labelCount {
			v := 0.0
			if t == 0 {
				v = math.Exp(float64(r.start[j]))
			} else {
				for i := range labelCount {
					v += forward[(t-1)*labelCount+i] * step[i*labelCount+j]
				}
			}
			row[j] = v * weight[t*labelCount+j]
			sum += row[j]
		}
		for j := range row {
			row[j] /= sum
		}
	}
	out := make([]float32, T)
	var after, now [labelCount]float64
	for j := range after {
		after[j] = 1
	}
	for t := T - 1; t >= 0; t-- {
		all := 0.0
		for j := range labelCount {
			all += forward[t*labelCount+j] * after[j]
		}
		l := labels[t]
		out[t] = float32(forward[t*labelCount+int(l)] * after[l] / all)
		sum := 0.0
		for i := range labelCount {
			now[i] = 0
			for j := range labelCount {
				now[i] += step[i*labelCount+j] * weight[t*labelCount+j] * after[j]
			}
			sum += now[i]
		}
		for i := range now {
			after[i] = now[i] / sum
		}
	}
	return out
}
