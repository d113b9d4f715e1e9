package ingest

import (
	"bytes"
	"strings"
)

// magics are the opening bytes of files that people hand in by mistake, and what to do with each.
var magics = []struct {
	at     int
	prefix string
	what   string
	do     string
}{
	{0, "%PDF-", "a PDF file", "extract its text first, for example with pdftotext"},
	{0, "\x7fELF", "an ELF program", ""},
	{0, "MZ\x90\x00", "a Windows program", ""},
	{0, "\xcf\xfa\xed\xfe", "a macOS program", ""},
	{0, "\xca\xfe\xba\xbe", "a Java class or macOS program", ""},
	{0, "\x00asm", "a WebAssembly program", ""},
	{0, "\x89PNG\r\n", "a PNG picture", ""},
	{0, "\xff\xd8\xff", "a JPEG picture", ""},
	{0, "GIF87a", "a GIF picture", ""},
	{0, "GIF89a", "a GIF picture", ""},
	{0, "II*\x00", "a TIFF picture", ""},
	{0, "MM\x00*", "a TIFF picture", ""},
	{0, "RIFF", "a RIFF file (sound, film or WebP picture)", ""},
	{0, "OggS", "an Ogg file", ""},
	{0, "fLaC", "a FLAC file", ""},
	{0, "ID3\x03", "an MP3 file", ""},
	{0, "ID3\x04", "an MP3 file", ""},
	{4, "ftyp", "an MP4 or QuickTime film", ""},
	{0, "\x1f\x8b", "a gzip archive", unpack},
	{0, "BZh91AY", "a bzip2 archive", unpack},
	{0, "\xfd7zXZ\x00", "an xz archive", unpack},
	{0, "\x28\xb5\x2f\xfd", "a Zstandard archive", unpack},
	{0, "7z\xbc\xaf\x27\x1c", "a 7z archive", unpack},
	{0, "Rar!\x1a\x07", "a RAR archive", unpack},
	{257, "ustar", "a tar archive", unpack},
	{0, "PK\x05\x06", "an empty zip archive", ""},
	{0, "SQLite format 3\x00", "an SQLite database", ""},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", saveAsText},
	{0, `{\rtf`, "an RTF document", saveAsText},
	{0, "%!PS", "a PostScript file", "extract its text first, for example with ps2ascii"},
}

const (
	unpack     = "unpack it first"
	saveAsText = "save it as plain text or HTML first"
	giveText   = "give plain text, HTML or JSONL"
)

// refuseKnown names a file that is no text by its first bytes; nil for anything else.
func refuseKnown(raw []byte) error {
	for _, m := range magics {
		if len(raw) >= m.at+len(m.prefix) && string(raw[m.at:m.at+len(m.prefix)]) == m.prefix {
			return notText("it is "+m.what, m.do)
		}
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return refuseZip(raw)
	}
	return nil
}

// refuseZip tells documents that are zip files inside from archives, by the names of their first parts.
func refuseZip(raw []byte) error {
	head := string(raw[:min(len(raw), 4096)])
	switch {
	case strings.Contains(head, "mimetypeapplication/epub"):
		return notText("it is an EPUB book", saveAsText)
	case strings.Contains(head, "mimetypeapplication/vnd.oasis"):
		return notText("it is an OpenDocument file", saveAsText)
	case strings.Contains(head, "[Content_Types].xml"), strings.Contains(head, "word/"):
		return notText("it is an Office document (docx, xlsx or pptx)", saveAsText)
	}
	return notText("it is a zip archive", unpack)
}

func notText(what, do string) error {
	if do == "" {
		do = giveText
	}
	return &Error{Kind: ErrBinary, What: "not text: " + what, Do: do}
}

// tally counts the bytes of a file by what they say of its encoding.
type tally struct {
	total    int
	high     int // 0x80 and above
	c1       int // 0x80 to 0x9f: letters in Windows-1252, controls in ISO-8859-1
	controls int // C0 controls other than white space and escape, NUL among them
	nulEven  int // NULs at even offsets
	nulOdd   int
}

func count(raw []byte) tally {
	t := tally{total: len(raw)}
	for i, b := range raw {
		switch {
		case b >= 0x80:
			t.high++
			if b < 0xa0 {
				t.c1++
			}
		case b == 0:
			t.controls++
			if i%2 == 0 {
				t.nulEven++
			} else {
				t.nulOdd++
			}
		case b < 0x20 && (b < '\b' || b > '\r') && b != 0x1b, b == 0x7f:
			t.controls++
		}
	}
	return t
}

// unreadable tells whether the bytes are no text in any encoding that keeps ASCII. Of random bytes one in nine is a
// control; a text with stray NULs, or a teletype's separators, has far fewer, and is otherwise valid UTF-8.
func (t tally) unreadable(validUTF8 bool) bool {
	if validUTF8 {
		return t.controls*10 > t.total*3
	}
	return t.controls*20 > t.total
}
