package model

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// The views below reinterpret bytes of the weights file instead of copying them: start-up then costs no more than the
// hash, and the pages of an embedded file stay shared. They are sound because the element types have no pointers and
// any bits are a value of theirs, because the length is checked by Open, and because a view is taken only where the
// machine is little endian and the address is aligned; elsewhere the values are copied.

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

func int8s(data []byte) []int8 {
	if len(data) == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&data[0])), len(data))
}

func float32s(data []byte) []float32 {
	if len(data) == 0 {
		return nil
	}
	if viewable(data) {
		return unsafe.Slice((*float32)(unsafe.Pointer(&data[0])), len(data)/4)
	}
	out := make([]float32, len(data)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return out
}

func int32s(data []byte) []int32 {
	if len(data) == 0 {
		return nil
	}
	if viewable(data) {
		return unsafe.Slice((*int32)(unsafe.Pointer(&data[0])), len(data)/4)
	}
	out := make([]int32, len(data)/4)
	for i := range out {
		out[i] = int32(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return out
}

func viewable(data []byte) bool {
	return littleEndian && uintptr(unsafe.Pointer(&data[0]))%4 == 0
}
