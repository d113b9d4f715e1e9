// Package evaluate scores readings against gold annotation, for those who measure the reader or train one of their own.
//
// What goes in: gold that people have annotated, and readings as `gainsay read --format json` prints them, one JSON
// object a line. What comes out: a [Report] of precision, recall and F1. [Attribution] compares sources, cues, contents
// and whole statements with brat standoff files in PolNeAR's layout; [Times] compares date expressions with TIMEX3.
//
// Gold is read here and nowhere else: no package that reads documents imports this one.
package evaluate
