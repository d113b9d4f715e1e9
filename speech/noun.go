package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp/lexicon"
)

// phraseKind is the kind of speaker that a phrase with a common noun for its head stands for.
func (s *source) phraseKind(head int) gainsay.SpeakerKind {
	d := s.doc
	t := &d.Tokens[head]
	switch strings.ToLower(d.Word(head)) {
	case "some", "many", "most", "several", "few", "others", "those", "all", "both", "none", "any", "these", "another",
		"everyone", "everybody", "anyone", "anybody", "nobody", "no-one", "people", "half", "two", "three", "four", "five":
		return gainsay.Collective
	case "one", "someone", "somebody":
		if s.words.First < head && negative(d, s.words.First) {
			return gainsay.Collective
		}
		return gainsay.Role
	}
	plural := plural(t.Tag)
	switch s.class(head) {
	case lexicon.Person:
		switch {
		case plural:
			return gainsay.Collective
		case t.Tag == "NNP" && s.words.Last-s.words.First == 1:
			return gainsay.Named // a surname that is also a trade: "Baker said"
		}
		return gainsay.Role
	case lexicon.Head:
		switch {
		case plural:
			return gainsay.Collective
		case s.ofState(head):
			return gainsay.Named
		}
		return gainsay.Role
	case lexicon.Group, lexicon.Quantity:
		// "Boston police": the force of a place speaks as one.
		if strings.EqualFold(t.Lemma, "police") && s.words.First < head && strings.HasPrefix(d.Tokens[head-1].Tag, "NNP") {
			return gainsay.Named
		}
		return gainsay.Collective
	case lexicon.Organisation:
		if plural {
			return gainsay.Collective
		}
		return gainsay.Named
	case lexicon.Outlet, lexicon.Document:
		return gainsay.Outlet
	case lexicon.Country:
		switch {
		case plural:
			return gainsay.Collective
		case s.indefinite(head):
			return gainsay.Anonymous // "a friendly state"
		}
		return gainsay.Named
	}
	return s.unknown(head, plural)
}

// unknown is the kind for a noun that no list has.
func (s *source) unknown(head int, plural bool) gainsay.SpeakerKind {
	d := s.doc
	t := &d.Tokens[head]
	word := d.Word(head)
	switch {
	case word[0] >= 'A' && word[0] <= 'Z' && (lexicon.IsOutlet(word) || s.outlets[strings.ToLower(word)]):
		return gainsay.Outlet
	case strings.HasPrefix(t.Tag, "NNP"):
		if plural && word != strings.ToUpper(word) {
			return gainsay.Collective
		}
		return gainsay.Named
	case s.words.Last-s.words.First == 1 && word[0] >= 'A' && word[0] <= 'Z' && len(s.attribution.Source) == 1 && !strings.HasSuffix(word, "ing"):
		return gainsay.Named // a bare name at the head of a sentence, taken for an adjective or noun
	case t.Tag == "CD", strings.HasPrefix(t.Tag, "JJ") && head > 0 && strings.EqualFold(d.Word(head-1), "the"):
		return gainsay.Collective // "the poor", "62 percent"
	}
	// Whoever says or asks something is somebody, and most names of trades end alike.
	if s.reading.frame != nil && s.reading.frame.speaking {
		lemma := strings.ToLower(t.Lemma)
		for _, end := range [...]string{"er", "or", "ist", "ian", "eer", "ant", "ee", "ite", "ese"} {
			if len(lemma) > len(end)+2 && strings.HasSuffix(lemma, end) {
				if plural {
					return gainsay.Collective
				}
				return gainsay.Role
			}
		}
	}
	return gainsay.Unstated
}

// ofState tells whether "president" is one of a state: definite, and not of a company or club.
func (s *source) ofState(head int) bool {
	d := s.doc
	if s.indefinite(head) {
		return false
	}
	for i := s.words.First; i < s.words.Last; i++ {
		if i == head {
			continue
		}
		if _, n := s.nameAt(i); n != nil && n.Kind == gainsay.Organisation {
			return false
		}
		if c := lexicon.Noun("", d.Tokens[i].Lemma); c == lexicon.Organisation || c == lexicon.Outlet {
			return false
		}
	}
	return true
}

// indefinite tells whether the phrase has "a" or no article at all.
func (s *source) indefinite(head int) bool {
	d := s.doc
	for i := s.words.First; i < head; i++ {
		switch d.Tokens[i].Tag {
		case "PRP$", "POS":
			return false
		case "DT":
			w := strings.ToLower(d.Word(i))
			return w == "a" || w == "an" || w == "some" || w == "one" || w == "another" || w == "any"
		case "CD":
			return true
		}
	}
	return true
}
