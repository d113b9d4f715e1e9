package model

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// item is one tensor of a file that a test builds.
type item struct {
	Name   string  `json:"name"`
	Type   string  `json:"type"`
	Shape  []int64 `json:"shape"`
	Offset int64   `json:"offset"`
	Size   int64   `json:"size"`
	data   []byte
}

// build writes a file by the layout as file.go states it. An item whose Size is 0 gets that of its data.
func build(t testing.TB, meta any, items ...item) []byte {
	t.Helper()
	pad := func(b []byte) []byte { return append(b, make([]byte, (64-len(b)%64)%64)...) }
	var body []byte
	for i := range items {
		body = pad(body)
		if items[i].Offset == 0 {
			items[i].Offset = int64(len(body))
		}
		if items[i].Size == 0 {
			items[i].Size = int64(len(items[i].data))
		}
		body = append(body, items[i].data...)
	}
	header, err := json.Marshal(map[string]any{"meta": meta, "tensors": items})
	if err != nil {
		t.Fatal(err)
	}
	return assemble(header, body)
}

func assemble(header, body []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte("GAINSAYW"), 1)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(header)))
	out = append(out, header...)
	out = append(out, make([]byte, (64-len(out)%64)%64)...)
	return seal(append(out, body...))
}

// seal appends the hash.
func seal(data []byte) []byte {
	sum := sha256.Sum256(data)
	return append(data, sum[:]...)
}

func floats(v ...float32) []byte {
	b, _ := binary.Append(nil, binary.LittleEndian, v)
	return b
}

func TestOpenReadsWhatTheLayoutSays(t *testing.T) {
	data := build(t, map[string]int{"epoch": 7},
		item{Name: "w", Type: "i8", Shape: []int64{2, 3}, data: []byte{1, 2, 3, 0xff, 0x80, 0x7f}},
		item{Name: "w.scale", Type: "f32", Shape: []int64{2}, data: floats(0.5, 2)},
		item{Name: "n", Type: "i32", Shape: []int64{1}, data: []byte{0xfe, 0xff, 0xff, 0xff}},
		item{Name: "labels", Type: "str", Shape: []int64{3}, data: []byte("B\n\nÉ")},
		item{Name: "blank", Type: "str", Shape: []int64{1}},
		item{Name: "none", Type: "str", Shape: []int64{0}},
		item{Name: "scalar", Type: "f32", Shape: []int64{}, data: floats(3)},
	)
	// The second file lies at odd addresses, where no view of floats can be taken.
	for _, data := range [][]byte{data, append([]byte{0}, data...)[1:]} {
		f, err := Open(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(f.Meta()); got != `{"epoch":7}` {
			t.Errorf("meta %s", got)
		}
		if got, err := f.Int8("w", -1, 3); err != nil || !slices.Equal(got, []int8{1, 2, 3, -1, -128, 127}) {
			t.Errorf("w: %v, %v", got, err)
		}
		if got, err := f.Float32("w.scale", 2); err != nil || !slices.Equal(got, []float32{0.5, 2}) {
			t.Errorf("w.scale: %v, %v", got, err)
		}
		if got, err := f.Int32("n"); err != nil || !slices.Equal(got, []int32{-2}) {
			t.Errorf("n: %v, %v", got, err)
		}
		for name, want := range map[string][]string{"labels": {"B", "", "É"}, "blank": {""}, "none": {}} {
			if got, err := f.Strings(name); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		}
		if got, err := f.Float32("scalar"); err != nil || !slices.Equal(got, []float32{3}) {
			t.Errorf("scalar: %v, %v", got, err)
		}
		if shape, ok := f.Shape("w"); !ok || !slices.Equal(shape, []int{2, 3}) {
			t.Errorf("shape of w: %v, %v", shape, ok)
		}
		if _, ok := f.Shape("v"); ok {
			t.Error("a tensor that is not there has a shape")
		}
	}
}

// testdata/sample.weights is what `python3 train/weights.py FILE` writes.
func TestOpenReadsThePythonWriter(t *testing.T) {
	data, err := os.ReadFile("testdata/sample.weights")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	var meta struct{ Labels []string }
	if err := json.Unmarshal(f.Meta(), &meta); err != nil || !slices.Equal(meta.Labels, []string{"é", "x"}) {
		t.Errorf("meta %s: %v", f.Meta(), err)
	}
	if got, err := f.Int32("counts", 3); err != nil || !slices.Equal(got, []int32{1, -2, 1<<31 - 1}) {
		t.Errorf("counts %v: %v", got, err)
	}
	if got, err := f.Strings("words"); err != nil || !slices.Equal(got, []string{"", "naïve", "zebra"}) {
		t.Errorf("words %q: %v", got, err)
	}
	l, err := f.Linear("layer")
	if err != nil {
		t.Fatal(err)
	}
	// The rows are -7…-3, -2…2 and 3…7, each over 4; the first and the last input are 1.
	var q Quantised
	q.Set([]float32{1, 0, 0, 0, 1}, 1, 5)
	got := make([]float32, 3)
	l.Apply(got, &q)
	for i, want := range []float32{0.5 - 10.0/4, -1, 10.0 / 4} {
		if d := got[i] - want; d > 0.02 || d < -0.02 {
			t.Errorf("output %d is %v, not about %v", i, got[i], want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good := build(t, nil, item{Name: "w", Type: "f32", Shape: []int64{2}, data: floats(1, 2)})
	changed := func(at int, b byte) []byte {
		out := slices.Clone(good)
		out[at] = b
		return out
	}
	unsealed := good[:len(good)-32]
	one := func(i item) []byte { return build(t, nil, i) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "too few"},
		{"only a hash", seal(nil), "too few"},
		{"another file", []byte(strings.Repeat("%PDF-1.7", 20)), "begins with"},
		{"a later version", changed(8, 2), "version 2"},
		{"a header past the end", changed(15, 0xff), "does not fit"},
		{"one bit changed", changed(len(unsealed)-1, 1), "hash"},
		{"cut short", good[:len(good)-1], "hash"},
		{"something after the end", append(slices.Clone(good), 0), "hash"},
		{"a header that is no JSON", assemble([]byte("{"), nil), "header"},
		{"a negative shape", one(item{Name: "w", Type: "i8", Shape: []int64{-1}}), "header"},
		{"a name twice", build(t, nil, item{Name: "w", Type: "str", Shape: []int64{0}}, item{Name: "w", Type: "str", Shape: []int64{0}}), "twice"},
		{"an odd offset", one(item{Name: "w", Type: "i8", Shape: []int64{1}, Offset: 1, data: []byte{1}}), "multiple"},
		{"data past the end", one(item{Name: "w", Type: "i8", Shape: []int64{65}, Size: 65, data: []byte{1}}), "outside"},
		{"an offset past the end", one(item{Name: "w", Type: "i8", Shape: []int64{1}, Offset: 1 << 40, Size: 1}), "outside"},
		{"tensors that overlap", build(t, nil,
			item{Name: "v", Type: "i8", Shape: []int64{65}, data: make([]byte, 65)},
			item{Name: "w", Type: "i8", Shape: []int64{1}, Offset: 64, data: []byte{1}}), "overlaps"},
		{"an unknown type", one(item{Name: "w", Type: "f64", Shape: []int64{1}, data: make([]byte, 8)}), "unknown"},
		{"too little data", one(item{Name: "w", Type: "f32", Shape: []int64{2}, data: floats(1)}), "fill"},
		{"bytes left over", one(item{Name: "w", Type: "f32", Shape: []int64{1}, data: make([]byte, 5)}), "fill"},
		{"a shape that overflows", one(item{Name: "w", Type: "i8", Shape: []int64{1 << 30, 1 << 30, 1 << 30}, data: []byte{1}}), "fill"},
		{"a dimension that overflows", one(item{Name: "w", Type: "i8", Shape: []int64{1 << 31, 0}}), "too large"},
		{"strings in two dimensions", one(item{Name: "w", Type: "str", Shape: []int64{1, 1}, data: []byte("a")}), "one dimension"},
		{"strings that are not UTF-8", one(item{Name: "w", Type: "str", Shape: []int64{1}, data: []byte("\xff")}), "UTF-8"},
		{"more strings than the shape has", one(item{Name: "w", Type: "str", Shape: []int64{1}, data: []byte("a\nb")}), "2 strings"},
		{"fewer strings than the shape has", one(item{Name: "w", Type: "str", Shape: []int64{2}, data: []byte("a")}), "1 strings"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(c.data)
			if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, which should be ErrFormat and speak of %q", err, c.want)
			}
		})
	}
}

func TestTensorsAreWhatTheCallerExpects(t *testing.T) {
	nan := []byte{0, 0, 0xc0, 0x7f}
	f, err := Open(build(t, nil,
		item{Name: "w", Type: "i8", Shape: []int64{2, 1}, data: []byte{1, 2}},
		item{Name: "w.scale", Type: "f32", Shape: []int64{1}, data: floats(1)},
		item{Name: "v", Type: "i8", Shape: []int64{1, 1}, data: []byte{1}},
		item{Name: "v.scale", Type: "f32", Shape: []int64{1}, data: nan},
		item{Name: "u", Type: "i8", Shape: []int64{1, 1}, data: []byte{1}},
		item{Name: "u.scale", Type: "f32", Shape: []int64{1}, data: floats(1)},
		item{Name: "u.bias", Type: "f32", Shape: []int64{2}, data: floats(1, 1)},
		item{Name: "empty", Type: "i8", Shape: []int64{0, 4}},
		item{Name: "empty.scale", Type: "f32", Shape: []int64{0}},
	))
	if err != nil {
		t.Fatal(err)
	}
	for name, use := range map[string]func() error{
		"a missing tensor":             func() error { _, err := f.Int8("x"); return err },
		"another type":                 func() error { _, err := f.Float32("w"); return err },
		"another dimension":            func() error { _, err := f.Int8("w", 2, 2); return err },
		"another number of dimensions": func() error { _, err := f.Int8("w", 2); return err },
		"strings of numbers":           func() error { _, err := f.Strings("w"); return err },
		"a scale too short":            func() error { _, err := f.Linear("w"); return err },
		"a table's scale too short":    func() error { _, err := f.Embedding("w"); return err },
		"a scale that is no number":    func() error { _, err := f.Linear("v"); return err },
		"a bias too long":              func() error { _, err := f.Linear("u"); return err },
		"a layer without outputs":      func() error { _, err := f.Linear("empty"); return err },
		"a table without rows":         func() error { _, err := f.Embedding("empty"); return err },
	} {
		if err := use(); !errors.Is(err, ErrTensor) {
			t.Errorf("%s: got %v, which should be ErrTensor", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"tensors":[{"name":"w","type":"i8","shape":[2,2],"offset":0,"size":4},{"name":"w.scale","type":"f32","shape":[2],"offset":64,"size":8}]}`), make([]byte, 80), true)
	f.Add([]byte(`{"tensors":[{"name":"s","type":"str","shape":[2],"offset":0,"size":3}]}`), []byte("a\nb"), true)
	f.Add([]byte(`{}`), []byte{}, false)
	f.Add([]byte("GAINSAYW\x01\x00\x00\x00\xff\xff\xff\xff"), []byte{}, false)
	f.Fuzz(func(t *testing.T, head, body []byte, whole bool) {
		// Sealed bytes reach the header; raw ones what comes before it.
		data := append(slices.Clone(head), body...)
		if whole {
			data = assemble(head, body)
		}
		file, err := Open(data)
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Errorf("%v is not ErrFormat", err)
			}
			return
		}
		for name, x := range file.tensors {
			items := 1
			for _, n := range x.shape {
				items *= n
			}
			if v, err := file.Int8(name); err == nil && len(v) != items {
				t.Errorf("%q: %d int8, shape %v", name, len(v), x.shape)
			}
			if v, err := file.Float32(name); err == nil && len(v) != items {
				t.Errorf("%q: %d floats, shape %v", name, len(v), x.shape)
			}
			if v, err := file.Int32(name); err == nil && len(v) != items {
				t.Errorf("%q: %d int32, shape %v", name, len(v), x.shape)
			}
			if v, err := file.Strings(name); err == nil && len(v) != items {
				t.Errorf("%q: %d strings, shape %v", name, len(v), x.shape)
			}
			if l, err := file.Linear(name); err == nil {
				var q Quantised
				q.Set(make([]float32, l.In()), 1, l.In())
				l.Apply(make([]float32, l.Out()), &q)
			}
			if e, err := file.Embedding(name); err == nil {
				e.AddRow(make([]float32, e.Dim()), e.Rows()-1)
			}
		}
	})
}
