package iep

import "midweek/internal/core/day"

// An Attachment is a scan, a photo or another file that belongs to the record.
// Here is what it is called and what its bytes must be; the bytes lie beside
// the record, under its id.
type Attachment struct {
	ID        string  `json:"id"`
	Name      string  `json:"name,omitzero"` // as the file was called; never a path
	MediaType string  `json:"media_type,omitzero"`
	Size      int     `json:"size,omitzero"`   // bytes
	SHA256    string  `json:"sha256,omitzero"` // of the bytes, in small hex
	AddedOn   day.Day `json:"added_on,omitzero"`
	Of        []Ref   `json:"of,omitzero"` // the entries it belongs to; they need not be there any more
	Note      string  `json:"note,omitzero"`
	Unknown   Unknown `json:",embed"`
}

// A Ref names an entry of the record.
type Ref struct {
	Noun    string  `json:"noun"`
	ID      string  `json:"id"`
	Unknown Unknown `json:",embed"`
}
