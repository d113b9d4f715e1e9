package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"gainsay"
)

// Open reads what args name, in their order: a file; a folder, with all that is under it, in the order of the names; a
// pattern such as "news/*.txt" where the shell left it as it is; and "-" for stdin.
//
// In a folder .txt, .text and .md are read as plain text, .html, .htm and .xhtml as pages, .jsonl and .ndjson as records,
// and a file without an ending as what it looks like, if it looks like text; what is hidden or has another ending is
// passed over, as is a folder behind a symbolic link (Options.Skipped is told). A file that is named itself is read
// whatever its ending.
//
// Every failure is an item with an error, and the rest is read; only bad options, and the end of ctx, end the sequence. It
// holds one file at a time, of JSONL one record, and can be ranged over once if stdin is among args.
func Open(ctx context.Context, opts Options, args []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		if err := opts.check(); err != nil {
			yield(Item{Err: err})
			return
		}
		w := walk{ctx, opts, yield}
		for _, arg := range args {
			if !w.argument(arg, stdin) {
				return
			}
		}
	}
}

// walk goes through files. Its methods tell whether to go on.
type walk struct {
	ctx   context.Context
	opts  Options
	yield func(Item) bool
}

func (w walk) argument(arg string, stdin io.Reader) bool {
	if arg == "-" {
		return w.stdin(stdin)
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return w.folder(arg)
	case err == nil:
		return w.file(arg, kindOf(arg))
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		return w.pattern(arg)
	}
	return w.fail(arg, refused(err))
}

// pattern reads what matches. Hidden names match only a pattern that begins with a dot, as in a shell.
func (w walk) pattern(arg string) bool {
	matches, err := filepath.Glob(arg)
	if err != nil {
		return w.fail(arg, &Error{Kind: ErrNoMatch, What: "the pattern is malformed", Do: `close its "[" or quote it as "\["`, Cause: err})
	}
	found := false
	for _, m := range matches {
		if hidden(filepath.Base(m)) && !hidden(filepath.Base(arg)) {
			w.opts.skipped(m, "hidden")
			continue
		}
		found = true
		info, err := os.Stat(m)
		switch {
		case err != nil && !w.fail(m, refused(err)),
			err == nil && info.IsDir() && !w.folder(m),
			err == nil && !info.IsDir() && !w.file(m, kindOf(m)):
			return false
		}
	}
	if !found {
		return w.fail(arg, &Error{Kind: ErrNoMatch, What: "nothing matches the pattern", Do: "check the folder and the ending"})
	}
	return true
}

// folder reads all files under root.
func (w walk) folder(root string) bool {
	goOn, seen := true, false
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil {
			err = w.ctx.Err()
		}
		switch {
		case err != nil && w.ctx.Err() != nil:
			goOn = false
			w.yield(Item{Err: err, Path: path})
		case err != nil:
			seen = true
			goOn = w.fail(path, refused(err))
			if goOn && entry != nil && entry.IsDir() && path != root {
				return fs.SkipDir
			}
		case path != root && hidden(entry.Name()):
			w.opts.skipped(path, "hidden")
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			var read bool
			read, goOn = w.entry(path, entry)
			seen = seen || read
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && goOn {
		return w.fail(root, refused(err))
	}
	if !seen && goOn {
		return w.fail(root, &Error{Kind: ErrNoMatch, What: "the folder holds nothing to read",
			Do: "it reads .txt, .text, .md, .html, .htm, .xhtml, .jsonl, .ndjson and text files without an ending"})
	}
	return goOn
}

// entry reads one file of a folder, if it is one of those that are read.
func (w walk) entry(path string, entry fs.DirEntry) (read, goOn bool) {
	if !entry.Type().IsRegular() {
		info, err := os.Stat(path)
		if err != nil {
			return true, w.fail(path, refused(err)) // a link to nowhere
		}
		if !info.Mode().IsRegular() {
			w.opts.skipped(path, "not a regular file")
			return false, true
		}
	}
	kind := kindOf(path)
	if kind == unknownKind {
		if filepath.Ext(path) != "" {
			w.opts.skipped(path, "ending "+filepath.Ext(path)+" is not read")
			return false, true
		}
		if !textual(path) {
			w.opts.skipped(path, "not text")
			return false, true
		}
	}
	return true, w.file(path, kind)
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") && name != "." && name != ".."
}

// kind is the format of a file.
type kind int

const (
	unknownKind kind = iota
	textKind
	htmlKind
	jsonlKind
)

var kinds = map[string]kind{".txt": textKind, ".text": textKind, ".md": textKind, ".html": htmlKind, ".htm": htmlKind,
	".xhtml": htmlKind, ".jsonl": jsonlKind, ".ndjson": jsonlKind}

func kindOf(path string) kind { return kinds[strings.ToLower(filepath.Ext(path))] }

// textual tells whether a file without an ending begins like text. One that cannot be opened counts as text, so that
// the failure is reported.
func textual(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close() //nolint:errcheck // opened for reading
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return true
	}
	_, err = decode(head[:n], "")
	return !errors.Is(err, ErrBinary)
}

func (w walk) file(path string, k kind) bool {
	f, err := os.Open(path)
	if err != nil {
		return w.fail(path, refused(err))
	}
	defer f.Close() //nolint:errcheck // opened for reading
	return w.stream(path, filepath.Base(path), f, k)
}

func (w walk) stdin(r io.Reader) bool {
	if r == nil {
		return w.fail("-", &Error{Kind: ErrMissing, What: "there is no standard input", Do: "name a file"})
	}
	return w.stream("-", "stdin", r, unknownKind)
}

// sniffed is how much of a stream of unknown format is looked at.
const sniffed = 1 << 16

func (w walk) stream(path, name string, r io.Reader, k kind) bool {
	if k == unknownKind {
		b := bufio.NewReaderSize(r, sniffed)
		k, r = sniff(firstLine(b)), b
	}
	if k == jsonlKind {
		return jsonl(w.ctx, path, name, r, w.opts, w.yield)
	}
	if err := w.ctx.Err(); err != nil {
		w.yield(Item{Err: err, Path: path})
		return false
	}
	limit := w.opts.maxBytes()
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return w.fail(path, refused(err))
	}
	if int64(len(raw)) > limit {
		return w.fail(path, tooLarge(0, limit))
	}
	read := text
	if k == htmlKind {
		read = page
	}
	d, err := read(name, raw, w.opts)
	if err != nil {
		return w.fail(path, err)
	}
	return w.yield(Item{Document: d, Path: path})
}

// firstLine is the beginning of a stream, at least to the end of the first line that says something. It waits for no
// more than that: the records of a slow pipe are to be read as they come. A stream that fails gives its error later.
func firstLine(b *bufio.Reader) []byte {
	for want := 1; ; want = b.Buffered() + 1 {
		_, err := b.Peek(want)
		head, _ := b.Peek(b.Buffered())
		if err != nil || len(head) == sniffed || bytes.IndexByte(bytes.TrimLeft(head, " \t\r\n\ufeff"), '\n') >= 0 {
			return head
		}
	}
}

// sniff tells the format of a stream by its beginning.
func sniff(head []byte) kind {
	d, err := decode(head, "")
	if err != nil {
		return textKind // which will say what is wrong
	}
	if looksLikeHTML(d.text) {
		return htmlKind
	}
	first := []byte(strings.TrimLeft(d.text, " \t\r\n"))
	line, _, whole := bytes.Cut(first, []byte("\n"))
	var object map[string]json.RawMessage
	switch {
	case len(first) == 0 || first[0] != '{':
		return textKind
	case json.Unmarshal(line, &object) == nil:
		return jsonlKind
	case !whole && bytes.Contains(line, []byte(`"text"`)): // a record longer than what was looked at
		return jsonlKind
	}
	return textKind
}

func (w walk) fail(path string, err error) bool {
	return w.yield(Item{Document: gainsay.Document{}, Err: at(err, path, 0), Path: path})
}

// refused turns an error of the file system into one of this package.
func refused(err error) error {
	var own *Error
	var p *fs.PathError
	switch {
	case errors.As(err, &own):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Kind: ErrMissing, What: "no such file or folder", Do: "check the path", Cause: err}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Kind: ErrUnread, What: "permission denied", Do: "check who may read it", Cause: err}
	case errors.As(err, &p):
		err = p.Err
	}
	return &Error{Kind: ErrUnread, What: "cannot be read: " + err.Error(), Do: "check the file and its disk", Cause: err}
}
