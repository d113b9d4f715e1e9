// Command gainsay reads news and shows who said what: each statement with its source, its cue, its content and its place
// in the text.
//
// Everything happens on this machine: the models are inside the program, and it opens no connection. This package holds
// flags and wiring only. Documents come from package ingest, readings from package reader; package render, beside this
// one, prints them, and package evaluate scores them.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode"

	"github.com/alecthomas/kong"

	"gainsay"
	"gainsay/reader"
)

// Exit codes. A script may rely on them.
const (
	exitFine        = 0
	exitUnread      = 1   // something was not read or could not be written; what could be read was
	exitUsage       = 2   // the command line makes no sense; nothing was done
	exitInterrupted = 130 // 128 and SIGINT's number, as shells have it
)

// commands is the command line as kong reads it.
type commands struct {
	Read    readCommand    `cmd:"" help:"Read documents and show who said what in them."`
	Eval    evalCommand    `cmd:"" help:"Score readings against annotated gold."`
	Version versionCommand `cmd:"" help:"Show the versions of the program and of its weights."`
}

// surroundings is what a command may reach beside its flags.
type surroundings struct {
	context        context.Context // done at the first interrupt
	stdin          *os.File
	stdout, stderr *os.File
	newReader      func() (gainsay.Reader, error)
}

// exit is the code that a command ends with when it is not 0 and everything there is to say has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

func main() {
	os.Exit(run(os.Args[1:], func() (gainsay.Reader, error) { return reader.New() }))
}

// run is the whole program but for its end.
func run(args []string, newReader func() (gainsay.Reader, error)) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program on the spot
	// Unheeded, this signal would end the program at the first write to a reader that has gone away ("| head"), and leave
	// temporary files behind.
	signal.Ignore(syscall.SIGPIPE)

	var line commands
	parser, err := kong.New(&line,
		kong.Name("gainsay"),
		kong.Description("Who said what, on whose word, and when. Documents are read on this machine; nothing leaves it."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		panic(err) // the commands' own tags are wrong: no user can do anything about it
	}
	if len(args) == 0 {
		return help(parser, os.Stderr)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		complain(os.Stderr, err.Error()+"; see "+helpFor(err))
		return exitUsage
	}
	err = parsed.Run(&surroundings{ctx, os.Stdin, os.Stdout, os.Stderr, newReader})
	var code exit
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errNoInput):
		return help(parser, os.Stderr, "read")
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, syscall.EPIPE):
		return exitFine // whoever was reading has seen enough
	}
	complain(os.Stderr, err.Error())
	if ctx.Err() != nil {
		return exitInterrupted
	}
	return exitUnread
}

// help shows how a command is used to somebody who gave it nothing to do.
func help(parser *kong.Kong, w io.Writer, command ...string) int {
	parser.Stdout = w
	context, err := kong.Trace(parser, command)
	if err == nil {
		err = context.PrintUsage(false)
	}
	if err != nil {
		complain(w, err.Error())
	}
	return exitUsage
}

// helpFor names the help of the command whose arguments were wrong.
func helpFor(err error) string {
	var bad *kong.ParseError
	if errors.As(err, &bad) && bad.Context != nil {
		if node := bad.Context.Selected(); node != nil {
			return node.FullPath() + " --help"
		}
	}
	return "gainsay --help"
}

// complain prints one line about what went wrong. Control characters that it quotes of outside data must not move the
// terminal's cursor.
func complain(w io.Writer, what string) {
	fmt.Fprintln(w, "gainsay: "+strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, what))
}
