package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// output is where readings go: a stream, or a file that appears whole or not at all.
type output struct {
	*os.File
	target string // what the temporary file becomes; empty for a stream
	ours   bool   // to be closed
}

// openOutput opens the file at path for writing, or takes stdout where path is empty. Readings go to a temporary file
// in the same folder, which commit renames; what is not a regular file (/dev/null, a named pipe) is written as it is.
func openOutput(path string, stdout *os.File) (*output, error) {
	if path == "" {
		return &output{File: stdout}, nil
	}
	// A link is kept; the file behind it is replaced.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o666)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder; give --output a file", path)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("open output: %w", err)
		}
		return &output{File: f, ours: true}, nil
	case err == nil:
		mode = info.Mode().Perm()
	}
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%08x.tmp", filepath.Base(path), rand.Uint32()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such folder; make it first", filepath.Dir(path))
	}
	if err != nil {
		return nil, fmt.Errorf("open output: %w; choose a folder that can be written", err)
	}
	return &output{File: f, target: path, ours: true}, nil
}

// commit makes the file whole. The output cannot be used after it.
func (o *output) commit() error {
	if !o.ours {
		return nil
	}
	o.ours = false
	if o.target == "" {
		return o.Close()
	}
	err := o.Sync()
	if e := o.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(o.Name(), o.target)
	}
	if err != nil {
		os.Remove(o.Name())
		return fmt.Errorf("write output: %w", err)
	}
	return nil
}

// discard removes what was not committed.
func (o *output) discard() {
	if o.ours {
		o.ours = false
		o.Close()
		if o.target != "" {
			os.Remove(o.Name())
		}
	}
}
