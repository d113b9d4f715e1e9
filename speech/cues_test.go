package speech

import (
	"strings"
	"testing"
)

func TestListsParse(t *testing.T) {
	if _, err := parseCues(cuesText); err != nil {
		t.Error(err)
	}
	if _, err := parseContent(contentText); err != nil {
		t.Error(err)
	}
}

func TestEveryFrameHasCuesAndTheRulesKnowThem(t *testing.T) {
	used := map[string]bool{}
	for _, es := range load().cues {
		for _, e := range es {
			used[e.frame.name] = true
		}
	}
	for name := range frames {
		if !used[name] {
			t.Errorf("no cue has the frame %s", name)
		}
	}
	for name := range rules {
		if frames[name] == nil {
			t.Errorf("there is a rule for %s, which is no frame", name)
		}
	}
}

func TestListErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"unknown frame", "[say]\nsay\n[speak]\nspeak\n", "cues.txt:3:"},
		{"cue in two frames", "[say]\nsay\n[deny]\ndeny,\nsay\n", "cues.txt:5:"},
		{"unknown word class", "[say]\nsay/z\n", "cues.txt:2:"},
		{"star at the end", "[say]\n\nput *\n", "cues.txt:3:"},
		{"cue before a frame", "say\n", "cues.txt:1:"},
	} {
		if _, err := parseCues(c.text); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that begins with %s", c.what, err, c.want)
		}
	}
	if _, err := parseContent("[hedge]\nperhaps\n[verbs]\ngo\n"); err == nil || !strings.HasPrefix(err.Error(), "content.txt:3:") {
		t.Errorf("unknown class of content: error %v", err)
	}
	// What begins lightly may be a cue of its own too.
	if _, err := parseCues("[say]\ncontinue\n[light]\ncontinue\n"); err != nil {
		t.Error(err)
	}
}

func TestStem(t *testing.T) {
	for form, want := range map[string]string{"slams": "slam", "announces": "announce", "urged": "urge", "press": "", "said": "", "is": ""} {
		if got := stem(form); got != want {
			t.Errorf("stem(%q) = %q, want %q", form, got, want)
		}
	}
}
