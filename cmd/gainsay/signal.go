package main

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// stopOnSignal gives a context that ends at the first SIGINT or SIGTERM, and a function that tells which it was (0 if
// none). A second signal ends the program at once. A broken pipe becomes an error of the write, so that temporary files
// can be removed.
func stopOnSignal() (context.Context, func() int) {
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := context.WithCancel(context.Background())
	var got atomic.Int32
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		s := <-signals
		if number, ok := s.(syscall.Signal); ok {
			got.Store(int32(number))
		}
		signal.Reset(syscall.SIGINT, syscall.SIGTERM)
		stop()
	}()
	return ctx, func() int { return int(got.Load()) }
}
