package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
)

// decide is the act and the commitment: the frame's own, then what the content's form makes of it, then what negation,
// refusal and modals do to both.
func (l *labeler) decide(a *nlp.Attribution, r *reading, c *content) (gainsay.Act, gainsay.Commitment) {
	if r.frame == nil {
		return l.unlisted(a, r, c)
	}
	act, com := r.frame.act, r.frame.phrase
	if c.clause {
		com = r.frame.clause
	}
	if rule := rules[r.frame.name]; rule != nil {
		act, com = rule(l, a, r, c, act, com)
	}
	if r.refused {
		return refusal(r, c)
	}
	if r.negated {
		return negation(l, r, c)
	}
	if com == affirms {
		switch {
		case c.hedged, c.question:
			com = uncertain
		case c.imperative && act == gainsay.Say:
			com = neutral
		case (r.modal == "might" || r.modal == "may" || r.modal == "could") && !c.clause:
			com = uncertain
		}
	}
	return act, com
}

// unlisted decides for a cue that no list has: with a quotation or a clause it reports, with a noun phrase it is a deed.
func (l *labeler) unlisted(_ *nlp.Attribution, r *reading, c *content) (gainsay.Act, gainsay.Commitment) {
	if !c.clause || c.infinitive || r.negated {
		if r.modal == "could" || r.modal == "may" || r.modal == "might" {
			return gainsay.Suggest, uncertain // "the vote could mean trouble": the writer weighs it
		}
		return gainsay.Other, neutral
	}
	if c.hedged || c.question {
		return gainsay.Say, uncertain
	}
	if c.imperative {
		return gainsay.Say, neutral
	}
	return gainsay.Say, affirms
}

// refusal is what refusing does: to speak is to decline, to act is a deed. Withheld confirmation or denial leaves the
// matter open.
func refusal(r *reading, c *content) (gainsay.Act, gainsay.Commitment) {
	switch {
	case strings.EqualFold(r.cue, "decline"):
		// "declined to step in", "declined the task": the word itself is one of not speaking out.
		if r.frame.act == gainsay.Deny || r.frame.act == gainsay.Confirm {
			return gainsay.Decline, uncertain
		}
		return gainsay.Decline, neutral
	case r.frame.name == "refuse" && (c.noun == "comment" || c.noun == "interview" || c.noun == "question"):
		return gainsay.Decline, neutral
	case !r.frame.speaking:
		return gainsay.Other, neutral
	case r.frame.act == gainsay.Deny || r.frame.act == gainsay.Confirm:
		return gainsay.Decline, uncertain
	}
	return gainsay.Decline, neutral
}

// negation is what "not" does to a cue. "would not say" and "did not say when" decline; "did not dispute" is neither a
// denial nor its opposite.
func negation(l *labeler, r *reading, c *content) (gainsay.Act, gainsay.Commitment) {
	f := r.frame
	if f.name == "decline" {
		return f.act, f.phrase
	}
	if f.speaking {
		withheld := neutral
		if f.act == gainsay.Deny || f.act == gainsay.Confirm {
			withheld = uncertain
		}
		switch r.modal {
		case "will", "would", "wo", "ca", "can", "could", "'d", "’d":
			return gainsay.Decline, withheld
		}
		if c.wh && f.name == "say" {
			return gainsay.Decline, neutral
		}
		if lemma := strings.ToLower(l.doc.Tokens[r.main].Lemma); replies[lemma] {
			return gainsay.Decline, neutral
		}
	}
	if f.negated != "" {
		return f.negated, f.negatedCommitment
	}
	return gainsay.Other, neutral
}

// replies are verbs whose negation is silence: "did not respond to a request".
var replies = map[string]bool{
	"respond": true, "reply": true, "answer": true, "comment": true, "elaborate": true, "specify": true, "clarify": true,
	"explain": true, "react": true, "disclose": true, "detail": true, "identify": true,
}

// rule adjusts a frame's act and commitment to the sentence.
type rule func(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment)

// rules by frame; those without an entry have none.
var rules = map[string]rule{
	"say": sayRule, "claim": claimRule, "confirm": confirmRule, "warn": warnRule, "ask": askRule,
	"suggest": suggestRule, "laud": laudRule, "fear": fearRule, "feel": feelRule, "reject": rejectRule, "deny": denyRule, "criticize": criticizeRule,
}

// sayRule: "told the crew to leave" demands; "called a special session" orders, "called him a fool" says.
func sayRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	d := l.doc
	if r.main < 0 {
		return act, com
	}
	switch lemma := strings.ToLower(d.Tokens[r.main].Lemma); lemma {
	case "tell", "remind", "shout", "yell", "signal", "message":
		if c.infinitive && !r.passive && !c.that && !c.wh {
			return gainsay.Demand, neutral
		}
	case "call":
		if r.entry.fixed == 1 && !r.passive && c.top >= 0 && object(d, r.main, a.Content, func(i int) bool { return inClass(d, "meeting", i) }) {
			return gainsay.Order, neutral
		}
	}
	return act, com
}

// object tells whether an object of the verb within the runs satisfies ok.
func object(d *nlp.Doc, verb int, runs []nlp.Range, ok func(i int) bool) bool {
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			if t := &d.Tokens[i]; t.Head == verb && (t.Rel == "obj" || t.Rel == "xcomp") && ok(i) {
				return true
			}
		}
	}
	return false
}

// claimRule: "claimed" is say about oneself and about what blames nobody, allege against others.
func claimRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	blame := l.blames(a.Content)
	if c.infinitive || !c.clause && !blame || c.subject >= 0 && l.oneself(a, c.subject) {
		return gainsay.Say, com
	}
	if blame || c.subject >= 0 && l.person(c.subject) {
		return gainsay.Allege, com
	}
	return gainsay.Say, com
}

// person tells whether the token is or heads a person's name, or a pronoun for one.
func (l *labeler) person(i int) bool {
	switch strings.ToLower(l.doc.Word(i)) {
	case "he", "she", "him", "her":
		return true
	}
	s := source{labeler: l}
	_, name := s.nameAt(i)
	return name != nil && name.Kind == gainsay.Person
}

// blames tells whether the content has words of wrongdoing or harm.
func (l *labeler) blames(content []nlp.Range) bool {
	for _, g := range content {
		for i := g.First; i < g.Last; i++ {
			if inClass(l.doc, "blame", i) {
				return true
			}
		}
	}
	return false
}

// oneself tells whether the subject of the content is the speaker: a pronoun that stands for the source or, where
// coreference is silent, any personal pronoun.
func (l *labeler) oneself(a *nlp.Attribution, subject int) bool {
	d := l.doc
	if !strings.HasPrefix(d.Tokens[subject].Tag, "PRP") {
		return false
	}
	switch strings.ToLower(d.Word(subject)) {
	case "i", "we":
		return true
	case "you":
		return false
	}
	if len(a.Source) == 0 {
		return false
	}
	source, ok := l.at[topOf(d, a.Source)]
	if c, is := l.at[subject]; is && ok {
		return c == source
	}
	return true
}

// confirmRule: "agreed to pay" promises; bare agreement with a person grants nothing in particular.
func confirmRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	switch strings.ToLower(l.doc.Tokens[r.main].Lemma) {
	case "agree", "agreement":
		if c.infinitive {
			return gainsay.Assure, affirms
		}
	}
	return act, com
}

// warnRule: harm that is still to come is uncertain, a warning of what is so affirms it; "warned them not to go" is
// neither true nor false.
func warnRule(_ *labeler, _ *nlp.Attribution, _ *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	switch {
	case c.infinitive:
		return act, neutral
	case c.clause && c.future && !c.denied:
		return act, uncertain
	}
	return act, com
}

// askRule: "asked him to leave", "asked for help" and "asked that it be stopped" demand; "asked whether" asks.
func askRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if strings.EqualFold(l.doc.Tokens[r.main].Lemma, "ask") && (c.infinitive || c.that) && !c.wh {
		return gainsay.Demand, neutral
	}
	return act, com
}

// suggestRule: "suggested a meeting", "suggested meeting in Oslo" propose; neither is true or false.
func suggestRule(l *labeler, _ *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if !c.clause && !strings.EqualFold(l.doc.Tokens[r.main].Lemma, "suggest") {
		return act, uncertain
	}
	return act, com
}

// laudRule: who stands by what was told confirms it.
func laudRule(l *labeler, _ *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	switch strings.ToLower(l.doc.Tokens[r.main].Lemma) {
	case "stand", "stick":
		if c.noun != "" && load().content["proposition"][c.noun] {
			return gainsay.Confirm, affirms
		}
	}
	return act, com
}

// fearRule: what is feared is thought to come about ("fear an attack"); what one is worried about may be there already.
func fearRule(l *labeler, _ *nlp.Attribution, r *reading, _ *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if t := &l.doc.Tokens[r.main]; strings.HasPrefix(t.Tag, "VB") && (t.Lemma == "fear" || t.Lemma == "dread") {
		return act, uncertain
	}
	return act, com
}

// feelRule: "would love to see" wishes, "is glad that they came" takes it for so.
func feelRule(_ *labeler, _ *nlp.Attribution, _ *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if c.infinitive {
		return act, neutral
	}
	return act, com
}

// rejectRule: who rejects a report says that it is not so; who rejects an offer says nothing of the kind.
func rejectRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if c.noun != "" && load().content["proposition"][c.noun] {
		return act, denies
	}
	// "dismissed the town as a backwater": the content, as worded, is what the speaker holds.
	if c.noun != "" && l.as(r, a) {
		return act, affirms
	}
	return act, com
}

// denyRule: "denied the permit" refuses something wanted.
func denyRule(l *labeler, _ *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if c.noun != "" && strings.EqualFold(l.doc.Tokens[r.main].Lemma, "deny") && load().content["request"][c.noun] {
		return act, neutral
	}
	return act, com
}

// criticizeRule: a target that is told what it is criticised for or as carries a claim.
func criticizeRule(l *labeler, a *nlp.Attribution, r *reading, c *content, act gainsay.Act, com gainsay.Commitment) (gainsay.Act, gainsay.Commitment) {
	if com == neutral && (!r.passive && l.as(r, a) || l.forWhat(a)) {
		return act, affirms
	}
	return act, com
}

// forWhat tells whether the cue itself ends in "for" or "as": "criticism for | its silence".
func (l *labeler) forWhat(a *nlp.Attribution) bool {
	if len(a.Cue) == 0 {
		return false
	}
	switch strings.ToLower(l.doc.Word(a.Cue[len(a.Cue)-1].Last - 1)) {
	case "for", "as":
		return true
	}
	return false
}

// as tells whether the content holds what its target is criticised for or as: a phrase with "as" or "for" on the verb.
func (l *labeler) as(r *reading, a *nlp.Attribution) bool {
	if r.main < 0 {
		return false
	}
	d := l.doc
	for _, g := range a.Content {
		for i := g.First; i < g.Last; i++ {
			w := strings.ToLower(d.Word(i))
			if w != "as" && w != "for" || i == 0 || strings.EqualFold(d.Word(i-1), "such") {
				continue
			}
			h := d.Tokens[i].Head
			if h > i && (d.Tokens[h].Head == r.main || d.Tokens[h].Rel == "advcl") || w == "as" && l.person(i-1) {
				return true
			}
		}
	}
	return false
}
