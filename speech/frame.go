package speech

import "gainsay"

// frame is what a class of cues does, before the sentence around the cue is looked at.
type frame struct {
	act gainsay.Act

	// The speaker's commitment to a content that is a clause or a quotation, and to one that is a bare noun phrase.
	clause, phrase gainsay.Commitment

	// What the cue does when it is negated: "does not think", "did not expect". The zero Act stands for other, none.
	negated           gainsay.Act
	negatedCommitment gainsay.Commitment

	// The cue is a way of speaking, so that refusing to is to decline: "refused to say", "would not discuss".
	speaking bool

	name string
}

const (
	affirms   = gainsay.Affirms
	denies    = gainsay.Denies
	uncertain = gainsay.Uncertain
	neutral   = gainsay.None
)

// frames are the sections of cues.txt. READING.md states what each act and commitment means; where a frame has rules of
// its own they are in rules.go, under its name.
var frames = named(map[string]*frame{
	// neutral report: what is said is held true, a topic that is only named is not
	"say":   {act: gainsay.Say, clause: affirms, phrase: affirms, speaking: true},
	"topic": {act: gainsay.Say, clause: affirms, phrase: neutral, speaking: true},
	"laud":  {act: gainsay.Say, clause: affirms, phrase: neutral},
	"claim": {act: gainsay.Say, clause: affirms, phrase: affirms, speaking: true},

	// blame: "accused" carries a claim, "criticised the plan" names a target
	"allege":    {act: gainsay.Allege, clause: affirms, phrase: affirms},
	"criticize": {act: gainsay.Allege, clause: affirms, phrase: neutral},

	"deny": {act: gainsay.Deny, clause: denies, phrase: denies, speaking: true,
		negated: gainsay.Other, negatedCommitment: uncertain},
	"reject": {act: gainsay.Deny, clause: denies, phrase: neutral},
	"confirm": {act: gainsay.Confirm, clause: affirms, phrase: affirms, speaking: true,
		negated: gainsay.Other, negatedCommitment: uncertain},

	"assure":   {act: gainsay.Assure, clause: affirms, phrase: affirms},
	"warn":     {act: gainsay.Warn, clause: affirms, phrase: uncertain},
	"threaten": {act: gainsay.Warn, clause: uncertain, phrase: uncertain},
	"demand":   {act: gainsay.Demand, clause: neutral, phrase: neutral},
	"order":    {act: gainsay.Order, clause: neutral, phrase: neutral},

	"suggest": {act: gainsay.Suggest, clause: uncertain, phrase: neutral},
	"hint":    {act: gainsay.Suggest, clause: uncertain, phrase: uncertain},
	"predict": {act: gainsay.Suggest, clause: uncertain, phrase: uncertain,
		negated: gainsay.Suggest, negatedCommitment: denies},
	"expect": {act: gainsay.Suggest, clause: uncertain, phrase: uncertain,
		negated: gainsay.Suggest, negatedCommitment: denies},
	"seem": {act: gainsay.Suggest, clause: uncertain, phrase: uncertain,
		negated: gainsay.Suggest, negatedCommitment: denies},

	"think": {act: gainsay.Believe, clause: affirms, phrase: affirms,
		negated: gainsay.Believe, negatedCommitment: denies},
	"know": {act: gainsay.Believe, clause: affirms, phrase: affirms,
		negated: gainsay.Believe, negatedCommitment: uncertain},
	"want": {act: gainsay.Believe, clause: neutral, phrase: neutral,
		negated: gainsay.Believe, negatedCommitment: neutral},
	"fear": {act: gainsay.Believe, clause: uncertain, phrase: neutral,
		negated: gainsay.Believe, negatedCommitment: neutral},
	"feel": {act: gainsay.Believe, clause: affirms, phrase: neutral,
		negated: gainsay.Believe, negatedCommitment: neutral},
	"doubt": {act: gainsay.Believe, clause: uncertain, phrase: uncertain,
		negated: gainsay.Believe, negatedCommitment: affirms},

	"ask":     {act: gainsay.Ask, clause: uncertain, phrase: uncertain},
	"decline": {act: gainsay.Decline, clause: neutral, phrase: neutral},
	"support": {act: gainsay.Other, clause: neutral, phrase: neutral},

	// These two stand for nothing by themselves: another cue that they govern decides.
	"light":  {act: gainsay.Other, clause: neutral, phrase: neutral},
	"refuse": {act: gainsay.Other, clause: neutral, phrase: neutral},
})

func named(fs map[string]*frame) map[string]*frame {
	for name, f := range fs {
		f.name = name
	}
	return fs
}
