package lexicon

import (
	"fmt"
	"strings"
)

// parse reads the three lists.
func parse(nouns, people, outlets string) (*words, error) {
	w := &words{
		nouns: map[string]Class{}, given: map[string]Gender{}, gender: map[string]Gender{}, titles: map[string]string{},
		outlets: map[string]bool{}, first: map[string]bool{}, last: map[string]bool{},
	}
	if err := w.readNouns(nouns); err != nil {
		return nil, err
	}
	if err := w.readPeople(people); err != nil {
		return nil, err
	}
	return w, w.readOutlets(outlets)
}

func (w *words) readNouns(text string) error {
	ss, err := Sections("nouns.txt", text)
	if err != nil {
		return err
	}
	for _, s := range ss {
		class, ok := classNames[s.Header]
		if !ok {
			return fmt.Errorf("nouns.txt:%d: no class is called %q", s.Line, s.Header)
		}
		for _, e := range s.Entries {
			if _, ok := w.nouns[e.Text]; ok {
				return fmt.Errorf("nouns.txt:%d: %q stands in another class too", e.Line, e.Text)
			}
			w.nouns[e.Text] = class
		}
	}
	return nil
}

func (w *words) readPeople(text string) error {
	ss, err := Sections("people.txt", text)
	if err != nil {
		return err
	}
	genders := map[string]Gender{"male": Male, "man": Male, "female": Female, "woman": Female}
	for _, s := range ss {
		for _, e := range s.Entries {
			key := strings.ToLower(e.Text)
			into := w.given
			switch s.Header {
			case "male", "female":
			case "man", "woman":
				into = w.gender
			case "courtesy":
				w.titles[key] = ""
				continue
			case "title":
				abbreviation, noun, ok := strings.Cut(key, " = ")
				if !ok {
					return fmt.Errorf("people.txt:%d: %q: write it as abbreviation = noun", e.Line, e.Text)
				}
				w.titles[abbreviation] = noun
				continue
			default:
				return fmt.Errorf("people.txt:%d: no class is called %q", s.Line, s.Header)
			}
			if g, ok := into[key]; ok && g != genders[s.Header] {
				return fmt.Errorf("people.txt:%d: %q is told to be both; leave it out", e.Line, e.Text)
			}
			into[key] = genders[s.Header]
		}
	}
	return nil
}

func (w *words) readOutlets(text string) error {
	ss, err := Sections("outlets.txt", text)
	if err != nil {
		return err
	}
	for _, s := range ss {
		into := map[string]map[string]bool{"name": w.outlets, "first": w.first, "last": w.last}[s.Header]
		if into == nil {
			return fmt.Errorf("outlets.txt:%d: no class is called %q", s.Line, s.Header)
		}
		for _, e := range s.Entries {
			into[strings.ToLower(e.Text)] = true
		}
	}
	return nil
}
