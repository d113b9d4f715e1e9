package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"gainsay"
)

// The exit codes; README.md documents them.
const (
	exitOK     = 0
	exitUnread = 1
	exitUsage  = 2
	exitPipe   = 128 + 13 // whoever read our output left, as for every program that SIGPIPE ends
)

// app is what the commands touch of the world.
type app struct {
	stdin, stdout, stderr *os.File
	getenv                func(string) string
	newReader             func() (gainsay.Reader, error)
}

// commands is the command line. The comments that a user reads are the help tags and the Help methods.
type commands struct {
	Read    readCommand    `cmd:"" help:"Read news and print who said what."`
	Eval    evalCommand    `cmd:"" help:"Score readings against annotated gold."`
	Version versionCommand `cmd:"" help:"Print the version of the program and its weights."`
}

// errExit ends a command whose messages have been printed with an exit code.
type errExit int

func (e errExit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// usageError is a fault of the command line that kong cannot see.
type usageError struct{ error }

// run parses and runs one command line and gives the exit code.
func (a *app) run(args []string) int {
	if len(args) == 0 {
		args = []string{"--help"}
	}
	code, exited := exitOK, false
	var cli commands
	parser, err := kong.New(&cli,
		kong.Name("gainsay"),
		kong.Description("Who said what, in whose words, and where it says so: news in, attributed statements out."),
		kong.Writers(a.stdout, a.stderr),
		kong.Exit(func(c int) { code, exited = c, true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Vars{"jobs": fmt.Sprint(runtime.NumCPU())},
		kong.Bind(a),
	)
	if err != nil {
		panic(err) // the grammar above is wrong
	}
	command, err := parser.Parse(args)
	switch {
	case exited: // help was asked for
		return code
	case err != nil:
		return a.wrong(err, args)
	}
	return a.outcome(command.Run(a), args)
}

// outcome turns a command's error into messages and an exit code.
func (a *app) outcome(err error, args []string) int {
	var exit errExit
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		return int(exit)
	case errors.As(err, &usage):
		return a.wrong(usage, args)
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	}
	a.complain("", 0, err)
	return exitUnread
}

// wrong reports a faulty command line and where its help is.
func (a *app) wrong(err error, args []string) int {
	path := "gainsay"
	for _, arg := range args {
		if arg == "read" || arg == "eval" || arg == "version" {
			path += " " + arg
			break
		}
	}
	fmt.Fprintf(a.stderr, "gainsay: %v; see %s --help\n", err, path)
	return exitUsage
}

// complain prints "gainsay: PATH:LINE: what went wrong; what to do", on one line. The path is left out where the
// message names it already.
func (a *app) complain(path string, line int, err error) {
	message := strings.TrimPrefix(err.Error(), "read ") // ingest says what it was doing
	place := path
	if line > 0 {
		place = fmt.Sprintf("%s:%d", path, line)
	}
	if place != "" && !strings.HasPrefix(message, place+":") {
		message = place + ": " + message
	}
	fmt.Fprintf(a.stderr, "gainsay: %s\n", strings.Map(printable, message))
}

// printable keeps what a message quotes of outside data from moving the terminal's cursor.
func printable(r rune) rune {
	if r < 0x20 || r >= 0x7f && r < 0xa0 {
		return ' '
	}
	return r
}

// say prints a remark on standard error.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.stderr, "gainsay: "+format+"\n", args...)
}
