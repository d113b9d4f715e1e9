package evaluate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// lines calls do with each line of r that is not blank, and its number counted from 1. Lines may be of any length: a
// reading of a book is one line.
func lines(r io.Reader, do func(number int, line []byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if bad := do(number, line); bad != nil {
				return fmt.Errorf("line %d: %w", number, bad)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// decode reads one line of JSON into v and says what a reader of the message can do about a line that is none.
func decode(line []byte, v any) error {
	if err := json.Unmarshal(line, v); err != nil {
		return fmt.Errorf("%w; want one JSON object a line, as `gainsay read --format json` prints it", err)
	}
	return nil
}
