package main

import (
	"fmt"
	"runtime"

	"gainsay/nlp/model"
	"gainsay/reader"
)

type versionCommand struct{}

// Run prints what a report of a defect should name.
func (*versionCommand) Run(a *app) error {
	weights := "none"
	if file, err := model.Embedded(); err == nil {
		weights = file.Hash()
	}
	_, err := fmt.Fprintf(a.stdout, "gainsay %s, weights %s, %s %s/%s\n", reader.Version, weights, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
