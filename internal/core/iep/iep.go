// Package iep holds the nouns of a child's plan and of what came of it: Child,
// Plan, Service, Schedule, Session, Decision, Request, Meeting. They are plain
// values in the words of the field and of the portable record
// (docs/file-format.md); what follows from them is computed elsewhere.
//
// A field that may be absent has a zero value that means absent: day.None,
// day.NoClock, an empty word, nil. The tags are the field names of the
// portable record; nothing here reads or writes it.
package iep

// Unknown are the fields of a noun that this version of the program does not
// know: kept as they came, in JSON, and written back, so that a record passes
// through an older program unharmed.
type Unknown map[string]Raw

// Raw is JSON as it came.
type Raw []byte
