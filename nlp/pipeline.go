package nlp

import (
	"context"
	"fmt"
)

// Layer names something that a stage lays over the text.
type Layer string

// The layers of a Doc, in the order in which they usually come about.
const (
	Tokens       Layer = "tokens"
	Sentences    Layer = "sentences"
	Quotes       Layer = "quotes"
	States       Layer = "states"
	Tags         Layer = "tags"
	Lemmas       Layer = "lemmas"
	Heads        Layer = "heads"
	Names        Layer = "names"
	Clusters     Layer = "clusters"
	Attributions Layer = "attributions"
)

// Annotator is one stage. It may keep immutable models but no state of a document, so that one annotator serves many
// goroutines, each with a Doc of its own.
type Annotator interface {
	Name() string
	Requires() []Layer
	Provides() []Layer
	Annotate(ctx context.Context, d *Doc) error
}

// Pipeline is stages in order.
type Pipeline struct{ stages []Annotator }

// NewPipeline checks that each stage's requirements are provided by the stages before it.
func NewPipeline(stages ...Annotator) (*Pipeline, error) {
	have := map[Layer]bool{}
	for _, s := range stages {
		for _, need := range s.Requires() {
			if !have[need] {
				return nil, fmt.Errorf("pipeline: stage %s requires %s, which no stage before it provides", s.Name(), need)
			}
		}
		for _, l := range s.Provides() {
			have[l] = true
		}
	}
	return &Pipeline{stages}, nil
}

// Annotate runs the stages. The error names the stage; ctx ends the work between stages.
func (p *Pipeline) Annotate(ctx context.Context, d *Doc) error {
	for _, s := range p.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.Annotate(ctx, d); err != nil {
			return fmt.Errorf("%s: %w", s.Name(), err)
		}
	}
	return nil
}

// Unchecked is a pipeline whose order somebody else vouches for: a part of one that NewPipeline has checked.
func Unchecked(stages ...Annotator) *Pipeline { return &Pipeline{stages} }
