// Package gainsay holds the words of the house: what a document, a statement, a speaker and a reading are.
//
// Gainsay keeps a record of who said what, on whose word, when, and who says otherwise. A [Document] goes in; package
// reader makes a [Reading] of it: attributed statements, each with the exact words of its source, its cue and its
// content. Everything points into the document's text by [Span], and nothing here asserts anything of its own.
//
// The package imports nothing of ours, so that every room may import it. Read ARCHITECTURE.md for the way of one
// article through the house.
package gainsay
