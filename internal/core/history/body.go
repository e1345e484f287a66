package history

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"midweek/internal/core/refusal"
)

// bodyVersion is the version of a body that this program writes, and the
// newest that it can read.
const bodyVersion = 1

// A Kind is what an act does to its noun.
type Kind string

// The kinds of act.
const (
	Add      Kind = "add"
	Correct  Kind = "correct"
	Withdraw Kind = "withdraw"
	Undo     Kind = "undo"
	Redact   Kind = "redact"
)

// A Noun is what an act is about.
type Noun string

// The nouns. One that is not listed is kept; what it means is for the Reader
// to say.
const (
	Child    Noun = "child"
	Plan     Noun = "plan"
	Service  Noun = "service"
	Calendar Noun = "calendar"
	Policy   Noun = "policy"
	Session  Noun = "session"
	Decision Noun = "decision"
	Request  Noun = "request"
	Meeting  Noun = "meeting"
	ESY      Noun = "esy"

	Carryover  Noun = "carryover"
	Contact    Noun = "contact"
	Note       Noun = "note"
	Promise    Noun = "promise"
	Removal    Noun = "removal"
	Attachment Noun = "attachment"

	Arrangement Noun = "arrangement"

	Import Noun = "import"
	Export Noun = "export" // what left the house; never undone
)

// A Key names one noun of the record.
type Key struct {
	Noun Noun
	ID   string
}

// A Body is the part of an act that can be removed.
type Body struct {
	V        int             `json:"v"`                  // version of the body
	Deed     string          `json:"deed"`               // shared by the acts of one deed
	Kind     Kind            `json:"kind"`               //
	Noun     Noun            `json:"noun,omitempty"`     // none in an act that redacts
	ID       string          `json:"id,omitempty"`       // the noun's id
	Children []string        `json:"children,omitempty"` // the children it concerns; none: the family
	Value    json.RawMessage `json:"value"`              // the whole noun after the act; nil when withdrawn
	Because  string          `json:"because,omitempty"`  // the reason in the person's words; of an act that redacts, a word
	Of       []string        `json:"of,omitempty"`       // the deed undone, or the acts redacted
}

// Key is the noun that the body is about.
func (b *Body) Key() Key { return Key{b.Noun, b.ID} }

// Read reads the body; nil when it was removed. A body of a newer program is
// refused by its version (refusal.NewerVersion); any other error is of a body
// that no program of ours wrote.
func (a *Act) Read() (*Body, error) {
	if a.Redacted() {
		return nil, nil
	}
	b, err := decodeBody(a.Body)
	if err == nil {
		return b, nil
	}
	if newer := newerVersion(a.Body); newer != nil {
		return nil, newer
	}
	return nil, fmt.Errorf("body of act %d of %s: %w", a.N, a.Device, err)
}

func decodeBody(data []byte) (*Body, error) {
	b := &Body{}
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := b.read(dec); err != nil {
		return nil, err
	}
	if dec.InputOffset() != int64(len(data)) {
		return nil, errors.New("text after the body")
	}
	if string(b.Value) == "null" {
		b.Value = nil
	}
	return b, b.check()
}

// read takes the fields one by one: each by its exact name and once, so that
// everyone who reads a body reads the same.
func (b *Body) read(dec *json.Decoder) error {
	fields := map[string]any{
		"v": &b.V, "deed": &b.Deed, "kind": &b.Kind, "noun": &b.Noun, "id": &b.ID, "children": &b.Children, "value": &b.Value,
		"because": &b.Because, "of": &b.Of,
	}
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return errors.Join(errors.New("no object"), err)
	}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		field := fields[name]
		if field == nil {
			return fmt.Errorf("%q is no field, or stands twice", name)
		}
		delete(fields, name)
		if err := dec.Decode(field); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// newerVersion is the refusal of a body from a newer program, or nil.
func newerVersion(body []byte) error {
	var b struct{ V int }
	if json.Unmarshal(body, &b) != nil || b.V <= bodyVersion {
		return nil
	}
	return refusal.New(refusal.NewerVersion, "found", strconv.Itoa(b.V), "known", strconv.Itoa(bodyVersion))
}

func (b *Body) check() error {
	switch b.Kind {
	case Add, Correct, Withdraw, Undo:
		if b.Noun == "" || b.ID == "" {
			return fmt.Errorf("%s of no noun", b.Kind)
		}
	case Redact:
		if b.Noun != "" || b.ID != "" {
			return fmt.Errorf("redact with a noun")
		}
	default:
		return fmt.Errorf("kind %q", b.Kind)
	}
	if b.V != bodyVersion || b.Deed == "" {
		return fmt.Errorf("version %d, deed %q", b.V, b.Deed)
	}
	return nil
}

// write is the body as the bytes that are kept.
func (b *Body) write() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		return nil, fmt.Errorf("write the body of %s %s: %w", b.Noun, b.ID, err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte{'\n'}), nil
}
