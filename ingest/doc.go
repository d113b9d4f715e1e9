// Package ingest makes documents of local files: plain text, HTML pages and JSONL records go in, and for each article a
// [gainsay.Document] comes out, or an error that names its place.
//
// [Open] walks what a command line names: files, folders, patterns and standard input. [Text], [HTML] and [JSONL] read
// one input each and may be used alone. What had to be assumed on the way, such as an encoding or a date that can be
// read in two ways, stands as a note on the document; nothing is guessed or dropped in silence.
//
// The text of a plain UTF-8 file is the file, byte for byte, less a byte order mark; so offsets into the document are
// offsets into the file. encoding.go says what happens to every other file.
package ingest
