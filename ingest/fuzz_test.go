package ingest

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"gainsay"
)

// sound checks what holds of every outcome: an error has its place and advice, a document its identity, and all of its
// strings are valid UTF-8, without NUL in the text, and its notes lie within it.
func sound(t *testing.T, d gainsay.Document, err error) {
	t.Helper()
	if err != nil {
		var placed *Error
		if !errors.As(err, &placed) || placed.Path == "" || placed.Do == "" {
			t.Errorf("error %#v lacks place or advice", err)
		}
		if !utf8.ValidString(err.Error()) {
			t.Errorf("error %q is not valid UTF-8", err)
		}
		return
	}
	for _, s := range []string{d.Name, d.URL, d.Publisher, d.Title, d.Byline, d.Published, d.Text} {
		if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			t.Errorf("%q holds NUL or is not valid UTF-8", s)
		}
	}
	if d.Published != "" && !isISODay(d.Published) {
		t.Errorf("published %q", d.Published)
	}
	if strings.TrimSpace(d.Text) == "" || d.ID != gainsay.IDOf(d.Text) {
		t.Errorf("text %q with ID %s", d.Text, d.ID)
	}
	runes := utf8.RuneCountInString(d.Text)
	for _, n := range d.Notes {
		if n.Text == "" || n.Span.Start < 0 || n.Span.End < n.Span.Start || n.Span.End > runes {
			t.Errorf("note %+v in a text of %d characters", n, runes)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Publication: Courier Volume: 9 Issue: 51\nDate: 03/04/1998\n\nThe board said no.\r\n"))
	f.Add([]byte("\xff\xfeN\x00o\x00.\x00\x00\xd8"))
	f.Add([]byte("\xd2It isn\xd5t so,\xd3 he said \x93twice\x94.\x00"))
	f.Add([]byte("Title: \x00\n\xe2\x80\nVolume: 99999999999999999999 Issue: 1"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := Text("a.txt", raw, Options{Now: clock})
		sound(t, d, err)
		if err == nil && utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 && d.Text != strings.TrimPrefix(string(raw), "\ufeff") {
			t.Errorf("plain UTF-8 was changed: %q became %q", raw, d.Text)
		}
	})
}

func FuzzHTML(f *testing.F) {
	pages, err := filepath.Glob("testdata/pages/*.htm*")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range pages {
		raw, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`<meta charset=utf-16><p>a<q>b<pre>c` + "\n\n" + `<table><td>d<svg><p>e<template><p>f<select><p>g`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := HTML("a.html", raw, Options{Now: clock})
		sound(t, d, err)
	})
}
