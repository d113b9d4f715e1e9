//go:build !purego

package model

import "testing"

// A processor with the dot product instructions never runs dotNEON, so it is tested here.
func TestProductWithoutDotInstructions(t *testing.T) {
	if !useSDOT {
		t.Skip("this processor has no dot product instructions; the other tests have run dotNEON")
	}
	useSDOT = false
	defer func() { useSDOT = true }()
	TestProductIsThePortableProduct(t)
	TestPairwiseIsThePortableProduct(t)
}
