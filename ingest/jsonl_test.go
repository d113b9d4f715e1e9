package ingest

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"gainsay"
)

func records(t *testing.T, raw string, opts Options) []Item {
	t.Helper()
	var items []Item
	for it := range JSONL(t.Context(), "news.jsonl", strings.NewReader(raw), opts) {
		if (it.Err == nil) != (it.Document.Text != "") {
			t.Errorf("line %d: both a document and an error, or neither: %+v", it.Line, it)
		}
		items = append(items, it)
	}
	return items
}

func TestRecord(t *testing.T) {
	const raw = `{"name": "a-1", "url": "https://courier.example/1", "publisher": "Courier", "title": "Board says no", ` +
		`"byline": "Anna Lind", "published": "2031-03-05T23:30:00-05:00", "id": [1, {"x": 2}], "text": "The board said “no”.\n\nIt did.\u00e9"}`
	items := records(t, raw, Options{Now: clock})
	if len(items) != 1 || items[0].Err != nil {
		t.Fatalf("%+v", items)
	}
	d := items[0].Document
	want := gainsay.Document{Name: "a-1", ID: gainsay.IDOf(d.Text), URL: "https://courier.example/1", Publisher: "Courier",
		Title: "Board says no", Byline: "Anna Lind", Published: "2031-03-05", Text: "The board said “no”.\n\nIt did.é"}
	if len(d.Notes) > 0 || d.Series != nil {
		t.Errorf("notes %q, series %v", notesOf(d), d.Series)
	}
	if d.Name != want.Name || d.ID != want.ID || d.URL != want.URL || d.Publisher != want.Publisher || d.Title != want.Title ||
		d.Byline != want.Byline || d.Published != want.Published || d.Text != want.Text {
		t.Errorf("got %+v\nwant %+v", d, want)
	}
}

func TestRecords(t *testing.T) {
	const said = `{"text": "The board said no."}`
	type outcome struct {
		line int
		kind error  // nil for a document
		says string // part of the name, or of the error
	}
	for _, c := range []struct {
		name, raw string
		want      []outcome
	}{
		{"names by place", said + "\n" + said, []outcome{{1, nil, "news.jsonl:1"}, {2, nil, "news.jsonl:2"}}},
		{"blank lines count", "\n" + said + "\n \r\n" + said + "\n\n", []outcome{{2, nil, "news.jsonl:2"}, {4, nil, "news.jsonl:4"}}},
		{"lines of Windows, with mark", "\ufeff" + said + "\r\n" + said + "\r\n", []outcome{{1, nil, ":1"}, {2, nil, ":2"}}},
		{"UTF-16", "\xff\xfe" + string(wideBytes(binary.LittleEndian, said+"\n"+said)), []outcome{{1, nil, ":1"}, {2, nil, ":2"}}},
		{"number as name", `{"name": 1204, "text": "The board said no.", "title": null}`, []outcome{{1, nil, "1204"}}},
		{"malformed line", said + "\n{\"text\": \"The board\n" + said, []outcome{{1, nil, ":1"}, {2, ErrRecord, "news.jsonl:2: not a JSON record"}, {3, nil, ":3"}}},
		{"not JSON", "The board said no.\n" + said, []outcome{{1, ErrRecord, "invalid character 'T'"}, {2, nil, ":2"}}},
		{"a list", "[" + said + "]\n" + said, []outcome{{1, ErrRecord, "the line is an array, not an object"}, {2, nil, ":2"}}},
		{"text of another kind", `{"text": ["The board", "said no."]}`, []outcome{{1, ErrRecord, `its field "text" is an array, not a string`}}},
		{"name of another kind", `{"name": {"a": 1}, "text": "The board said no."}`, []outcome{{1, ErrRecord, "stands where a string belongs"}}},
		{"no text", `{"title": "Board says no"}` + "\n" + said, []outcome{{1, ErrNoText, `its field "text"`}, {2, nil, ":2"}}},
		{"empty text", `{"text": " \n\u00a0"}`, []outcome{{1, ErrNoText, "no text"}}},
		{"null for text", `{"text": null}`, []outcome{{1, ErrNoText, "no text"}}},
		{"line too large", `{"text": "` + strings.Repeat("no ", 1000) + `"}` + "\n" + said, []outcome{{1, ErrTooLarge, "the limit of 1024 bytes"}, {2, nil, ":2"}}},
		{"over several lines", "{\n  \"text\": \"The board said no.\"\n}\n", []outcome{{1, ErrRecord, "jq -c"}}},
		{"empty", "", []outcome{{0, ErrEmpty, "no records"}}},
		{"blank", "\n\r\n  \n", []outcome{{0, ErrEmpty, "no records"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := records(t, c.raw, Options{MaxBytes: 1024, Now: clock})
			if len(items) != len(c.want) {
				t.Fatalf("%d items, want %d: %+v", len(items), len(c.want), items)
			}
			for i, want := range c.want {
				it := items[i]
				shown := it.Document.Name
				if it.Err != nil {
					shown = it.Err.Error()
				}
				if it.Line != want.line || !errors.Is(it.Err, want.kind) || !strings.Contains(shown, want.says) {
					t.Errorf("item %d: line %d, %q; want line %d, %v, %q", i, it.Line, shown, want.line, want.kind, want.says)
				}
				if var1 := new(Error); it.Err != nil && (!errors.As(it.Err, &var1) || var1.Do == "" || var1.Path != "news.jsonl") {
					t.Errorf("error %q lacks place or advice", shown)
				}
			}
		})
	}
}

func TestRecordNotes(t *testing.T) {
	for _, c := range []struct {
		name, raw, text string
		note            []string
	}{
		{"date in two ways", `{"text": "The board said no.", "published": "03/04/2030"}`, "The board said no.", []string{"day/month or as month/day"}},
		{"no date", `{"text": "The board said no.", "published": "last week"}`, "The board said no.", []string{`"last week" cannot be read`}},
		{"Windows-1252", "{\"text\": \"The board didn\x92t say so at the caf\xe9.\"}", "The board didn’t say so at the café.", []string{"Windows-1252"}},
		{"NUL", `{"text": "The board\u0000 said no."}`, "The board\ufffd said no.", []string{"1 NUL character"}},
		{"half of a surrogate pair", `{"text": "The board \ud83d said no."}`, "The board \ufffd said no.", []string{"lost"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := records(t, c.raw, Options{Now: clock})
			if len(items) != 1 || items[0].Err != nil {
				t.Fatalf("%+v", items)
			}
			d := items[0].Document
			if d.Text != c.text || d.Published != "" || !noted(d.Notes, c.note...) {
				t.Errorf("text %q, published %q, notes %q; want %q and %q", d.Text, d.Published, notesOf(d), c.text, c.note)
			}
		})
	}
}

func TestRecordOptions(t *testing.T) {
	raw := `{"text": "The board said no.", "published": "03/04/2030", "publisher": "Courier"}`
	items := records(t, raw, Options{Published: "2030-04-03", Publisher: "Gazette", Now: clock})
	if d := items[0].Document; d.Published != "2030-04-03" || d.Publisher != "Gazette" || len(d.Notes) > 0 {
		t.Errorf("%+v", d)
	}
	items = records(t, raw, Options{Published: "3 April"})
	if len(items) != 1 || !errors.Is(items[0].Err, ErrDate) {
		t.Errorf("bad option: %+v, want one ErrDate", items)
	}
}

// endless is a stream of records without an end.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	const line = `{"text": "The board said no."}` + "\n"
	n := 0
	for n < len(p) {
		p[n] = line[e.read%len(line)]
		n++
		e.read++
	}
	return n, nil
}

func TestRecordsComeAsTheyAreRead(t *testing.T) {
	stream := &endless{}
	n := 0
	for it := range JSONL(t.Context(), "-", stream, Options{}) {
		if it.Err != nil {
			t.Fatal(it.Err)
		}
		if n++; n == 10000 {
			break
		}
	}
	if ahead := stream.read - n*31; ahead > 1<<17 {
		t.Errorf("%d bytes were read ahead of the last record", ahead)
	}
}

func TestRecordsEndWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for it := range JSONL(ctx, "-", &endless{}, Options{}) {
		if n++; n == 3 {
			cancel()
		}
		last = it.Err
	}
	if n != 4 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d items, the last with error %v", n, last)
	}
}

// broken is a stream whose disk fails.
type broken struct{ io.Reader }

func (b broken) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = errors.New("input/output error")
	}
	return n, err
}

func TestRecordsOfABrokenStream(t *testing.T) {
	var errs []error
	docs := 0
	for it := range JSONL(t.Context(), "a.jsonl", broken{strings.NewReader("{\"text\": \"The board said no.\"}\n{\"te")}, Options{}) {
		if it.Err != nil {
			errs = append(errs, it.Err)
		} else {
			docs++
		}
	}
	if docs != 1 || len(errs) != 1 || !errors.Is(errs[0], ErrUnread) || !strings.Contains(errs[0].Error(), "input/output error") {
		t.Errorf("%d documents, errors %v", docs, errs)
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte("{\"text\": \"The board said no.\"}\n\n{\"text\": \"\\ud800\\u0000\"}\r\n[1]"))
	f.Add([]byte("\ufeff{\"name\": 1, \"text\": \"caf\xe9\", \"published\": \"03/04/1998\"}"))
	f.Add([]byte("\xff\xfe{\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		line := 0
		for it := range JSONL(t.Context(), "a.jsonl", strings.NewReader(string(raw)), Options{MaxBytes: 512}) {
			if it.Err == nil {
				whole(t, it.Document)
			}
			if it.Line < line {
				t.Errorf("line %d after line %d", it.Line, line)
			}
			line = it.Line
		}
	})
}

// whole checks what every document promises.
func whole(t *testing.T, d gainsay.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || strings.ContainsRune(d.Text, 0) || strings.TrimSpace(d.Text) == "" {
		t.Errorf("text %q", d.Text)
	}
	if d.ID != gainsay.IDOf(d.Text) || d.Name == "" {
		t.Errorf("ID %s, name %q", d.ID, d.Name)
	}
	for _, s := range []string{d.Name, d.Title, d.Publisher, d.Byline, d.URL, notesOf(d)} {
		if !utf8.ValidString(s) {
			t.Errorf("%q is not UTF-8", s)
		}
	}
	if d.Published != "" && !isISODay(d.Published) {
		t.Errorf("published %q", d.Published)
	}
	for _, n := range d.Notes {
		if n.Span.Start < 0 || n.Span.Start > n.Span.End || n.Span.End > utf8.RuneCountInString(d.Text) {
			t.Errorf("note %q at %v lies outside the text", n.Text, n.Span)
		}
	}
}
