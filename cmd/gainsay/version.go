package main

import (
	"fmt"
	"runtime"

	"gainsay/nlp/model"
	"gainsay/reader"
)

// versionCommand is `gainsay version`.
type versionCommand struct{}

// Help is shown below the flags' summary.
func (versionCommand) Help() string {
	return `Example:

    gainsay version

The weights are named by a hash of their file: two programs with the same version and weights read alike.`
}

// Run prints the versions.
func (versionCommand) Run(s *surroundings) error {
	weights, err := model.Embedded()
	if err != nil {
		return fmt.Errorf("weights: %w", err)
	}
	_, err = fmt.Fprintf(s.stdout, "gainsay %s\nweights %s\nbuilt by %s for %s/%s\n",
		reader.Version, weights.Hash(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
