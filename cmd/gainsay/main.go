// Command gainsay reads news and prints who said what: every statement with its source, cue and content, its act and
// commitment, and its place in the text. It also scores readings against annotated gold.
//
// Exit codes: 0 everything was read; 1 something was not (the rest was); 2 wrong usage; 130 interrupted.
package main

import (
	"os"

	"gainsay"
	"gainsay/reader"
)

func main() {
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, newReader: newReader}
	os.Exit(a.run(os.Args[1:]))
}

func newReader() (gainsay.Reader, error) { return reader.New() }
