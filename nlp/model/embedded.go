package model

import (
	_ "embed"
	"sync"
)

// The weights that train/ made; MODEL.md is their card, weights.LICENSE their licence.
//
//go:embed weights.bin
var weights []byte

// Embedded opens the weights file that is part of the program. It is opened once; the File is shared.
var Embedded = sync.OnceValues(func() (*File, error) { return Open(weights) })
