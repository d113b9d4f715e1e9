package reader_test

import (
	"context"
	"fmt"

	"gainsay"
	"gainsay/reader"
)

func Example() {
	r, err := reader.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	reading, err := r.Read(context.Background(), gainsay.Document{
		Name: "note.txt",
		Text: "Deputy Minister Ilan Dorvat denied on Monday that the ministry had licensed the sale.",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range reading.Statements {
		fmt.Println(s.Speaker.Text, "|", s.Act, "|", s.Commitment)
	}
	// Output: Ilan Dorvat | deny | denies
}
