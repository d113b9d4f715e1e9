package evaluate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// lines calls do with each line of r that is not blank. Errors give the line's place, counted from 1: "NAME:LINE" where r
// has a name, as a file has, else what it holds and "line LINE". Lines may be of any length: a reading of a book is one.
func lines(r io.Reader, what string, do func(line []byte) error) error {
	place := what + ": line "
	if file, ok := r.(interface{ Name() string }); ok {
		place = file.Name() + ":"
	}
	in := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if bad := do(line); bad != nil {
				return fmt.Errorf("%s%d: %w", place, number, bad)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s%d: %w", place, number, err)
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
