package main

import (
	"context"
	"iter"
)

// inOrder does work on many things at a time and yields the results in the things' order. At most jobs things are worked
// on at once, and at most twice as many results wait for an earlier one, so that memory does not grow with the input.
// When ctx is done no more work is begun; what has begun is still waited for and yielded. The input is drawn in a
// goroutine that may outlive the loop where the input itself blocks, as standard input does.
func inOrder[T, R any](ctx context.Context, in iter.Seq[T], jobs int, work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		slots := make(chan struct{}, jobs)
		waiting := make(chan chan R, 2*jobs)
		go func() {
			defer close(waiting)
			for thing := range in {
				select {
				case slots <- struct{}{}:
				case <-ctx.Done():
					return
				}
				result := make(chan R, 1)
				select {
				case waiting <- result:
				case <-ctx.Done():
					return
				}
				go func() {
					result <- work(thing)
					<-slots
				}()
			}
		}()
		for {
			select {
			case result, more := <-waiting:
				if !more || !yield(<-result) {
					return
				}
				continue
			case <-ctx.Done():
			}
			break
		}
		for { // done: only what has begun
			select {
			case result, more := <-waiting:
				if !more || !yield(<-result) {
					return
				}
			default:
				return
			}
		}
	}
}
