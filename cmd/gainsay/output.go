package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// output is where readings go: standard output, or a file that takes its name only when it is whole. Until then it is a
// temporary file beside its place, so that nobody ever finds half a page, and an earlier file stays if the run fails.
type output struct {
	*bufio.Writer
	file *os.File // nil for standard output, and once the file is kept or discarded
	name string   // that the file is to take; empty where it is written in place, as a pipe or device is
}

// create opens the output; name is empty or "-" for standard output.
func create(name string, stdout *os.File) (*output, error) {
	if name == "" || name == "-" {
		return &output{Writer: bufio.NewWriter(stdout)}, nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder; give --output the name of a file", name)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return nil, unwritable(name, err)
		}
		return &output{Writer: bufio.NewWriter(f), file: f}, nil
	case err == nil: // a link keeps pointing to its file
		if target, err := filepath.EvalSymlinks(name); err == nil {
			name = target
		}
	}
	for {
		// Not os.CreateTemp, whose files only their owner may read.
		beside := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s-%08x", filepath.Base(name), rand.Uint32()))
		f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, unwritable(name, err)
		}
		if info != nil {
			if err := f.Chmod(info.Mode().Perm()); err != nil {
				return nil, errors.Join(unwritable(name, err), f.Close(), os.Remove(beside))
			}
		}
		return &output{bufio.NewWriter(f), f, name}, nil
	}
}

// flush hands on what was written, where somebody may be waiting for it.
func (o *output) flush() error {
	if o.name != "" {
		return nil
	}
	return o.Flush()
}

// keep ends the output and gives the file its name.
func (o *output) keep() error {
	if err := o.Flush(); err != nil {
		return err
	}
	if o.file == nil {
		return nil
	}
	f := o.file
	if o.name == "" {
		o.file = nil
		return f.Close()
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return unwritable(o.name, err)
	}
	if err := os.Rename(f.Name(), o.name); err != nil {
		return unwritable(o.name, err)
	}
	o.file = nil
	return nil
}

// discard removes what was not kept.
func (o *output) discard() error {
	if o.file == nil {
		return nil
	}
	f := o.file
	o.file = nil
	if err := f.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
		return err
	}
	if o.name == "" {
		return nil
	}
	return os.Remove(f.Name())
}

// unwritable takes the temporary name out of a failure: the user knows only the file's own.
func unwritable(name string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("%s: cannot be written: %w; give --output another place", name, err)
}
