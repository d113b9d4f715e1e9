package render

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var colour = regexp.MustCompile(`--([a-z0-9]+): #([0-9a-f]{6});`)

// palette is the colours that the style sheet names, by the first rule or by the one for dark screens: relative
// luminances as WCAG 2.2 defines them.
func palette(t *testing.T, dark bool) map[string]float64 {
	t.Helper()
	light, rest, ok := strings.Cut(pageStyle, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("the style sheet has no dark scheme")
	}
	rule := light
	if dark {
		rule, _, _ = strings.Cut(rest, "}")
	}
	out := map[string]float64{}
	for _, m := range colour.FindAllStringSubmatch(rule, -1) {
		rgb, err := strconv.ParseUint(m[2], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		out[m[1]] = 0.2126*linear(rgb>>16) + 0.7152*linear(rgb>>8&0xff) + 0.0722*linear(rgb&0xff)
	}
	return out
}

func linear(channel uint64) float64 {
	c := float64(channel) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
