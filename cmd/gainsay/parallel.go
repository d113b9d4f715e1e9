package main

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"

	"gainsay"
	"gainsay/ingest"
)

// result is one document read, or the reason why it was not.
type result struct {
	Path    string
	Line    int
	Reading *gainsay.Reading
	Err     error
}

// readAll reads documents on several goroutines and gives the results in the documents' order. At most 3*jobs documents
// and readings are held at a time. When ctx ends, it gives what was finished in an unbroken row and stops: results come
// whole or not at all. It does not wait for an input that blocks.
func readAll(ctx context.Context, items iter.Seq[ingest.Item], reader gainsay.Reader, jobs int) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		row := make(chan *task, 2*jobs) // in order; the first is waited for
		work := make(chan *task)
		for range jobs {
			go func() {
				for t := range work {
					t.read(ctx, reader)
				}
			}()
		}
		go func() {
			defer close(work)
			defer close(row)
			for item := range items {
				t := &task{item: item, done: make(chan struct{})}
				select {
				case row <- t:
				case <-ctx.Done():
					return
				}
				if item.Err != nil {
					t.finish(nil, item.Err)
					continue
				}
				select {
				case work <- t:
				case <-ctx.Done():
					return
				}
			}
		}()
		for {
			t := next(ctx, row)
			if t == nil || ctx.Err() != nil && t.result.Err != nil || !yield(t.result) {
				return
			}
		}
	}
}

// next is the first task of the row when it is finished; nil at the row's end, or when ctx has ended and the first is
// not finished.
func next(ctx context.Context, row <-chan *task) *task {
	var t *task
	select {
	case t = <-row:
	case <-ctx.Done():
		select {
		case t = <-row:
		default:
		}
	}
	if t == nil {
		return nil
	}
	select {
	case <-t.done:
		return t
	case <-ctx.Done():
	}
	select {
	case <-t.done:
		return t
	default:
		return nil
	}
}

// task is one document on its way.
type task struct {
	item   ingest.Item
	result result
	done   chan struct{} // closed when result is there
}

func (t *task) finish(r *gainsay.Reading, err error) {
	t.result = result{t.item.Path, t.item.Line, r, err}
	close(t.done)
}

// read reads the document. A panic of the reader is a defect; it costs this document, not the others.
func (t *task) read(ctx context.Context, reader gainsay.Reader) {
	var r *gainsay.Reading
	var err error
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, fmt.Errorf("the reader broke off: %v; this is a defect of gainsay, please report it with the document\n%s", p, debug.Stack())
		}
		t.finish(r, err)
	}()
	if r, err = reader.Read(ctx, t.item.Document); err == nil {
		r.Document.Text = t.item.Document.Text
	}
}
