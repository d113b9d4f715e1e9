package gainsay

// StatementID names a statement within its reading: "s1", "s2", … in the order of the text.
type StatementID string

// EntityID names an entity within its reading: "e1", "e2", …
type EntityID string

// Statement is one attribution: somebody (the source), by some words (the cue), is made to hold something (the
// content), as PolNeAR defines them (Newell et al., LREC 2018). READING.md states what each label means.
type Statement struct {
	ID         StatementID `json:"id"`
	Source     Spans       `json:"source"` // empty where the sentence does not name it
	Cue        Spans       `json:"cue"`
	Content    Spans       `json:"content"`
	Act        Act         `json:"act"`
	Commitment Commitment  `json:"commitment"`
	Quote      Quote       `json:"quote"`
	Speaker    Speaker     `json:"speaker"`
	Inside     StatementID `json:"inside,omitempty"` // the statement within whose content this one is reported
	Score      float64     `json:"score"`            // 0 to 1: how sure the reader is of the statement's words and links
}

// Speaker is whom a statement is attributed to, after pronouns and phrases such as "the spokesman" are resolved.
type Speaker struct {
	Entity EntityID    `json:"entity,omitempty"`
	Kind   SpeakerKind `json:"kind"`
	Text   string      `json:"text"` // the words that name the speaker best, verbatim from the document; empty if unstated
}

// Act is what a cue does.
type Act string

// The acts, as READING.md defines them.
const (
	Say     Act = "say"
	Allege  Act = "allege"
	Deny    Act = "deny"
	Confirm Act = "confirm"
	Assure  Act = "assure"
	Warn    Act = "warn"
	Demand  Act = "demand"
	Order   Act = "order"
	Suggest Act = "suggest"
	Believe Act = "believe"
	Ask     Act = "ask"
	Decline Act = "decline"
	Other   Act = "other"
)

// Commitment is whether the speaker holds the content true, taken as it is worded.
type Commitment string

// The commitments. None is for wishes, orders and demands, to which true and false do not apply.
const (
	Affirms   Commitment = "affirms"
	Denies    Commitment = "denies"
	Uncertain Commitment = "uncertain"
	None      Commitment = "none"
)

// Quote is the kind of quotation.
type Quote string

// The kinds of quotation. Mixed is indirect speech that holds quoted words.
const (
	Direct   Quote = "direct"
	Indirect Quote = "indirect"
	Mixed    Quote = "mixed"
)

// SpeakerKind is what is known of who speaks.
type SpeakerKind string

// The kinds of speaker, as READING.md defines them.
const (
	Named      SpeakerKind = "named"
	Role       SpeakerKind = "role"
	Anonymous  SpeakerKind = "anonymous"
	Outlet     SpeakerKind = "outlet"
	Collective SpeakerKind = "collective"
	Unstated   SpeakerKind = "unstated"
)
