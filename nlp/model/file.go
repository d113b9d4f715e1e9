package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The layout of a weights file, version 1; train/weights.py writes it. All numbers are little endian.
//
//	0   "GAINSAYW"
//	8   version, u32
//	12  length of the header in bytes, u32
//	16  header: JSON {"meta": …, "tensors": [{"name", "type", "shape", "offset", "size"}, …]}
//	    zeros up to a multiple of 64
//	    data: the tensors in the header's order, each at a multiple of 64; offsets count from here
//	    SHA-256 of everything before
const (
	magic      = "GAINSAYW"
	version    = 1
	preamble   = len(magic) + 8
	alignment  = 64
	hashLength = sha256.Size
)

// ErrFormat is the error, wrapped, of bytes that are not a whole and sound weights file.
var ErrFormat = errors.New("not a sound weights file")

// ErrTensor is the error, wrapped, of a tensor that the file lacks or that is not what the caller expects.
var ErrTensor = errors.New("tensor missing or of another kind")

// File is an opened weights file. It is immutable and safe for concurrent use.
type File struct {
	meta    json.RawMessage
	tensors map[string]tensor
	sum     [sha256.Size]byte
}

type tensor struct {
	kind  string
	shape []int
	data  []byte
}

// Open verifies a weights file from its first byte to its hash and gives access to its tensors. The File keeps data, and
// the slices that its methods return may be views into it: data must not change while the File is in use. The error
// wraps [ErrFormat] and says what is wrong.
func Open(data []byte) (*File, error) {
	f, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("open weights: %w: %w; write the file again with train/weights.py", ErrFormat, err)
	}
	return f, nil
}

func open(data []byte) (*File, error) {
	if len(data) < preamble+hashLength {
		return nil, fmt.Errorf("%d bytes are too few", len(data))
	}
	if string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("it begins with %q, not %q", data[:len(magic)], magic)
	}
	if v := binary.LittleEndian.Uint32(data[len(magic):]); v != version {
		return nil, fmt.Errorf("version %d, but this program reads version %d", v, version)
	}
	end := len(data) - hashLength
	length := uint64(binary.LittleEndian.Uint32(data[len(magic)+4:]))
	start := (uint64(preamble) + length + alignment - 1) / alignment * alignment
	if start > uint64(end) {
		return nil, fmt.Errorf("a header of %d bytes does not fit into a file of %d", length, len(data))
	}
	// The hash comes before the header is read, so that a damaged file is called damaged and not misread.
	if sum := sha256.Sum256(data[:end]); !bytes.Equal(sum[:], data[end:]) {
		return nil, errors.New("its hash does not match: the file is damaged or cut short")
	}
	var h header
	if err := json.Unmarshal(data[preamble:preamble+int(length)], &h); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	f := &File{meta: h.Meta, tensors: make(map[string]tensor, len(h.Tensors)), sum: [sha256.Size]byte(data[end:])}
	body, next := data[start:end], uint64(0)
	for i, e := range h.Tensors {
		if _, twice := f.tensors[e.Name]; twice {
			return nil, fmt.Errorf("tensor %q stands in the header twice", e.Name)
		}
		if e.Offset < next {
			return nil, fmt.Errorf("tensor %d, %q, overlaps the one before it", i, e.Name)
		}
		t, err := e.read(body)
		if err != nil {
			return nil, fmt.Errorf("tensor %d, %q: %w", i, e.Name, err)
		}
		f.tensors[e.Name] = t
		next = e.Offset + e.Size
	}
	return f, nil
}

type header struct {
	Meta    json.RawMessage `json:"meta"`
	Tensors []entry         `json:"tensors"`
}

type entry struct {
	Name   string   `json:"name"`
	Type   string   `json:"type"`
	Shape  []uint32 `json:"shape"`
	Offset uint64   `json:"offset"`
	Size   uint64   `json:"size"`
}

// read checks the entry against the data section.
func (e entry) read(body []byte) (tensor, error) {
	if e.Offset%alignment != 0 {
		return tensor{}, fmt.Errorf("offset %d is not a multiple of %d", e.Offset, alignment)
	}
	if e.Offset > uint64(len(body)) || e.Size > uint64(len(body))-e.Offset {
		return tensor{}, fmt.Errorf("%d bytes at %d lie outside the data of %d", e.Size, e.Offset, len(body))
	}
	t := tensor{kind: e.Type, data: body[e.Offset : e.Offset+e.Size : e.Offset+e.Size]}
	for _, n := range e.Shape {
		if n > 1<<31-1 {
			return tensor{}, fmt.Errorf("shape %v is too large", e.Shape)
		}
		t.shape = append(t.shape, int(n))
	}
	var item uint64
	switch e.Type {
	case "f32", "i32":
		item = 4
	case "i8":
		item = 1
	case "str":
		return t, t.checkStrings()
	default:
		return tensor{}, fmt.Errorf("type %q is unknown; known are f32, i8, i32 and str", e.Type)
	}
	if items, ok := count(e.Shape, e.Size/item); !ok || items*item != e.Size {
		return tensor{}, fmt.Errorf("shape %v of %s does not fill its %d bytes", e.Shape, e.Type, e.Size)
	}
	return t, nil
}

// count is the number of items of a shape; false where that is more than most, which also keeps it from overflowing.
func count(shape []uint32, most uint64) (uint64, bool) {
	n := uint64(1)
	for _, d := range shape {
		if d == 0 {
			return 0, true
		}
	}
	for _, d := range shape {
		if n > most/uint64(d) {
			return 0, false
		}
		n *= uint64(d)
	}
	return n, true
}

func (t tensor) checkStrings() error {
	if len(t.shape) != 1 {
		return fmt.Errorf("strings have one dimension, not shape %v", t.shape)
	}
	if !utf8.Valid(t.data) {
		return errors.New("strings are not UTF-8")
	}
	n := 0
	if t.shape[0] > 0 || len(t.data) > 0 {
		n = bytes.Count(t.data, []byte{'\n'}) + 1 // one empty string and no string have the same bytes: the shape decides
	}
	if n != t.shape[0] {
		return fmt.Errorf("%d strings, but shape %v", n, t.shape)
	}
	return nil
}

// Meta is the file's "meta" value as JSON; nil where there is none.
func (f *File) Meta() json.RawMessage { return f.meta }

// Shape is the shape of a tensor, and whether there is such a tensor.
func (f *File) Shape(name string) ([]int, bool) {
	t, ok := f.tensors[name]
	return append([]int(nil), t.shape...), ok
}

// Float32 is a tensor of type f32, row by row. Each dimension has to be the one given, or any for -1; without
// dimensions every shape will do. The slice may be a view into the file: it must not be written to. The error wraps
// [ErrTensor].
func (f *File) Float32(name string, shape ...int) ([]float32, error) {
	data, err := f.find(name, "f32", shape)
	if err != nil {
		return nil, err
	}
	return float32s(data), nil
}

// Int8 is a tensor of type i8; see [File.Float32].
func (f *File) Int8(name string, shape ...int) ([]int8, error) {
	data, err := f.find(name, "i8", shape)
	if err != nil {
		return nil, err
	}
	return int8s(data), nil
}

// Int32 is a tensor of type i32; see [File.Float32].
func (f *File) Int32(name string, shape ...int) ([]int32, error) {
	data, err := f.find(name, "i32", shape)
	if err != nil {
		return nil, err
	}
	return int32s(data), nil
}

// Strings is a tensor of type str. The caller owns the slice. The error wraps [ErrTensor].
func (f *File) Strings(name string) ([]string, error) {
	data, err := f.find(name, "str", nil)
	if err != nil {
		return nil, err
	}
	if f.tensors[name].shape[0] == 0 {
		return []string{}, nil
	}
	return strings.Split(string(data), "\n"), nil
}

func (f *File) find(name, kind string, shape []int) ([]byte, error) {
	t, ok := f.tensors[name]
	if !ok {
		return nil, fmt.Errorf("weights: %w: no tensor %q", ErrTensor, name)
	}
	if t.kind != kind {
		return nil, fmt.Errorf("weights: %w: %q has type %s, not %s", ErrTensor, name, t.kind, kind)
	}
	if len(shape) == 0 {
		return t.data, nil
	}
	fits := len(shape) == len(t.shape)
	for i := 0; fits && i < len(shape); i++ {
		fits = shape[i] == -1 || shape[i] == t.shape[i]
	}
	if !fits {
		return nil, fmt.Errorf("weights: %w: %q has shape %v, not %v", ErrTensor, name, t.shape, shape)
	}
	return t.data, nil
}
