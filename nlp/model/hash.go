package model

import "encoding/hex"

// Hash is the beginning of the file's SHA-256 in hexadecimal: enough to tell two weights files apart.
func (f *File) Hash() string { return hex.EncodeToString(f.sum[:6]) }
