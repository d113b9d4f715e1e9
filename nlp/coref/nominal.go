package coref

import (
	"strings"

	"gainsay"
	"gainsay/nlp/lexicon"
)

// How far back definite phrases look, in sentences. A role such as "the minister" keeps for longer than "the report".
const (
	roleWindow  = 12
	thingWindow = 3
)

// resolveNominal finds the antecedent of a definite phrase among what has been called by the same noun; none for
// indefinite phrases and those that fit nothing.
func (r *resolver) resolveNominal(m *mention) int {
	// Of two mentions of "the theatre" or "the field" too many are of two things; only what can speak is followed.
	if !m.definite || m.role.closed || !m.speaks {
		return none
	}
	window := roleWindow
	if m.animal == thing {
		window = thingWindow
	}
	oldest := 0
	if s := m.sentence - window; s > 0 {
		oldest = r.sentenceStart[s]
	}
	class := lexicon.Noun("", m.role.noun)
	seen, title, titles := 0, none, 0
	for k := len(r.mentions) - 1; k >= oldest && seen < 80; k-- {
		o := &r.mentions[k]
		seen++
		if o.form == pronoun || o.Last > m.First {
			continue
		}
		e := &r.entities[o.entity]
		if !numbersAgree(e.number, m.number) || gendersClash(e.gender, m.gender) {
			continue
		}
		if r.calledBy(e, o, m, class) {
			return o.entity
		}
		if o.form == name && o.entity != title && e.bears(m) {
			title = o.entity
			titles++
		}
	}
	// "The Ohio senator" after "Sen. Ann Hale": the title said nothing of Ohio, but she is the only senator around.
	if titles == 1 {
		return title
	}
	return r.variation(m)
}

// variation resolves the other name that a writer gives to the person of the last sentence for the sake of variety:
// "Hale flew home on Monday. The former judge said …". It takes the person whom that sentence was about, and nouns that
// describe a person; one who acts for others ("the spokesman") or is anybody ("the man") would have been introduced.
func (r *resolver) variation(m *mention) int {
	d := r.doc
	if m.animal != person || m.number != singular || m.role.possessor >= 0 || !r.theDefinite(m) || m.sentence == 0 || r.rankOf(m.head) != subject || introduced[m.role.noun] {
		return none
	}
	found := none
	for k := r.sentenceStart[m.sentence-1]; k < min(r.sentenceStart[m.sentence], r.sentenceStart[m.sentence-1]+40); k++ {
		o := &r.mentions[k]
		e := &r.entities[o.entity]
		if o.rank != subject || e.kind != gainsay.Person || e.best.First >= e.best.Last || gendersClash(e.gender, m.gender) || e.number == plural {
			continue
		}
		if h := d.Tokens[o.head].Head; h >= 0 && d.Tokens[h].Head < 0 {
			return o.entity
		}
		if found >= 0 && found != o.entity {
			return none
		}
		found = o.entity
	}
	return found
}

// theDefinite tells whether m begins with "the".
func (r *resolver) theDefinite(m *mention) bool { return strings.EqualFold(r.doc.Word(m.First), "the") }

// introduced are nouns for people whom a text introduces as such before it speaks of them again.
var introduced = map[string]bool{
	"man": true, "woman": true, "boy": true, "girl": true, "person": true, "child": true, "kid": true, "spokesman": true,
	"spokeswoman": true, "spokesperson": true, "official": true, "source": true, "aide": true, "adviser": true,
	"advisor": true, "diplomat": true, "ambassador": true, "consul": true, "envoy": true, "minister": true, "reporter": true, "interviewer": true,
	"narrator": true, "moderator": true, "host": true, "anchor": true, "editor": true, "voter": true, "user": true, "reader": true,
	"caller": true, "victim": true, "suspect": true, "officer": true, "judge": true, "one": true, "witness": true,
	"employee": true, "member": true, "speaker": true, "author": true, "prosecutor": true, "lawyer": true, "attorney": true,
	"plaintiff": true, "defendant": true, "manager": true, "owner": true, "audience": true, "driver": true, "expert": true,
	"analyst": true, "student": true, "worker": true, "protester": true, "supporter": true, "fact-checker": true,
}

// bears tells whether a named person has been given m's noun as a bare title.
func (e *entity) bears(m *mention) bool {
	if e.kind != gainsay.Person || m.role.possessor >= 0 {
		return false
	}
	// "the French president" is not "President Hale", though nothing was said of where she presides.
	if len(m.role.modifiers) > 0 && (m.role.noun == "minister" || lexicon.Noun("", m.role.noun) == lexicon.Head) {
		return false
	}
	for i := range e.roles {
		if e.roles[i].noun == m.role.noun && len(e.roles[i].modifiers) == 0 {
			return true
		}
	}
	return false
}

// Looking ahead is for stories that begin with the office and give the name a sentence later: "The state attorney general
// said on Monday … Attorney General Ann Hale wrote". How far, in sentences:
const aheadWindow = 3

// ahead resolves definite phrases for persons without an antecedent to the next person who is introduced by that title.
func (r *resolver) ahead() {
	for k := range r.mentions {
		m := &r.mentions[k]
		e := &r.entities[m.entity]
		if m.form != nominal || m.animal != person || !m.definite || m.number == plural || m.role.closed || e.best.First < e.best.Last || len(e.members) == 0 {
			continue
		}
		for j := k + 1; j < min(len(r.mentions), k+60) && r.mentions[j].sentence <= m.sentence+aheadWindow; j++ {
			o := &r.mentions[j]
			x := &r.entities[o.entity]
			if o.form != name || x.kind != gainsay.Person || x.members[0] < k || gendersClash(x.gender, m.gender) {
				continue
			}
			if x.introduced(m) {
				r.move(m.entity, o.entity)
				break
			}
		}
	}
}

// introduced tells whether the title of a person holds no more than m's words.
func (e *entity) introduced(m *mention) bool {
	for i := range e.roles {
		if x := &e.roles[i]; x.noun == m.role.noun && (covers(x.modifiers, m.role.modifiers) || covers(m.role.modifiers, x.modifiers)) {
			return true
		}
	}
	return false
}

// calledBy tells whether an entity may be meant by the phrase m: it has been called by that noun with at least those
// modifiers, or its name holds the noun ("the ministry" after "Ministry of Trade"), or it is an outlet and the phrase a
// word for one ("the paper").
func (r *resolver) calledBy(e *entity, o, m *mention, class lexicon.Class) bool {
	for i := range e.roles {
		x := &e.roles[i]
		if x.noun == m.role.noun && x.possessor == m.role.possessor && covers(x.modifiers, m.role.modifiers) {
			return true
		}
	}
	if o.form != name || m.number == plural || m.role.possessor >= 0 {
		return false
	}
	if o.kind != gainsay.Person && class == lexicon.Organisation && e.best.Last-e.best.First > 1 {
		return r.nameHolds(e, m)
	}
	return class == lexicon.Outlet && e.outlet && len(m.role.modifiers) == 0 && m.sentence-o.sentence <= thingWindow
}

// nameHolds tells whether the entity's fullest name holds the noun and all modifiers of m.
func (r *resolver) nameHolds(e *entity, m *mention) bool {
	has := func(w string) bool {
		for i := e.best.First; i < e.best.Last; i++ {
			if strings.EqualFold(r.doc.Word(i), w) {
				return true
			}
		}
		return false
	}
	if !has(m.role.noun) {
		return false
	}
	for _, w := range m.role.modifiers {
		if !has(w) && !fleeting[w] {
			return false
		}
	}
	return true
}

// covers tells whether every modifier of the later phrase was there in the earlier one, up to inflection of names
// ("Russia's minister", "the Russian minister") and words that say nothing of who is meant.
func covers(earlier, later []string) bool {
	for _, w := range later {
		ok := fleeting[w]
		for _, x := range earlier {
			ok = ok || x == w || len(x) > 3 && len(w) > 3 && x[:4] == w[:4]
		}
		if !ok {
			return false
		}
	}
	return true
}

// fleeting modifiers come and go between mentions of the same person.
var fleeting = map[string]bool{
	"former": true, "late": true, "then": true, "new": true, "current": true, "old": true, "same": true, "veteran": true,
	"longtime": true, "outgoing": true, "incoming": true, "embattled": true, "top": true, "senior": true, "other": false,
}
