package exchange

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// readers read the value of an act, by its noun, and say which id it has. A
// value is a row of the portable record by itself; only a service stands apart
// from its plan, and names it.
var readers = map[history.Noun]func(value []byte) (any, string, error){
	history.Child:    reader(func(c *iep.Child) string { return c.ID }),
	history.Calendar: reader(func(y *calendar.SchoolYear) string { return y.ID }),
	history.Policy:   reader(func(p *policy.Policy) string { return p.ID }),
	history.Plan:     reader(func(p *iep.Plan) string { return p.ID }),
	history.Service:  reader(func(s *record.PlacedService) string { return s.ID }),
	history.Session:  reader(func(s *iep.Session) string { return s.ID }),
	history.Decision: reader(func(d *iep.Decision) string { return d.ID }),
	history.Request:  reader(func(q *iep.Request) string { return q.ID }),
	history.Meeting:  reader(func(m *iep.Meeting) string { return m.ID }),
	history.ESY:      reader(func(w *calendar.ESYWindow) string { return w.ID }),
	history.Import:   reader(func(i *record.Import) string { return i.ID }),

	history.Carryover:  reader(func(o *iep.Carryover) string { return o.ID }),
	history.Contact:    reader(func(c *iep.Contact) string { return c.ID }),
	history.Note:       reader(func(n *iep.Note) string { return n.ID }),
	history.Promise:    reader(func(p *iep.Promise) string { return p.ID }),
	history.Removal:    reader(func(r *iep.Removal) string { return r.ID }),
	history.Attachment: reader(func(a *iep.Attachment) string { return a.ID }),

	history.Arrangement: reader(func(a *iep.Arrangement) string { return a.ID }),
}

func reader[T any](idOf func(*T) string) func([]byte) (any, string, error) {
	return func(value []byte) (any, string, error) {
		v := new(T)
		if err := json.Unmarshal(value, v, reading); err != nil {
			return nil, "", explain(value, err)
		}
		return v, idOf(v), nil
	}
}

// ReadNoun reads the value of an act as strictly as a file is read: *iep.Child,
// *calendar.SchoolYear, *policy.Policy, *iep.Plan without services,
// *record.PlacedService, *iep.Session, *iep.Decision, *iep.Request,
// *iep.Meeting, *calendar.ESYWindow, *iep.Carryover, *iep.Contact, *iep.Note,
// *iep.Promise, *iep.Removal, *iep.Attachment, *iep.Arrangement or
// *record.Import. It refuses with the path in the value, also a value whose id
// is not the noun's; only a decision may
// have none. Whether what it refers to is there is for record.Check.
func ReadNoun(noun history.Noun, id string, value []byte) (any, error) {
	read := readers[noun]
	if read == nil {
		return nil, refusal.New(refusal.EntryUnreadable)
	}
	depth := maxDepth
	if noun == history.Import {
		depth++ // the file's own fields stand one level deeper in it
	}
	if err := boundTo(value, depth); err != nil {
		return nil, err
	}
	v, own, err := read(value)
	if err != nil {
		return nil, err
	}
	switch {
	case own == "" && noun == history.Decision:
	case own == "":
		return nil, refusal.At("id", refusal.New(refusal.Missing))
	case own != id:
		return nil, refusal.At("id", refusal.New(refusal.OtherID, "id", own))
	}
	if err := complete(v); err != nil {
		return nil, err
	}
	return v, nil
}

// complete finishes what one value leaves to its format.
func complete(v any) error {
	switch v := v.(type) {
	case *calendar.SchoolYear:
		completeYear(v)
	case *iep.Plan:
		if len(v.Services) > 0 {
			return refusal.At("services", refusal.New(refusal.TooManyRows, "limit", "0"))
		}
	}
	return nil
}

// WriteNoun writes what ReadNoun reads, on one line; the same value gives the
// same bytes. A field that the program does not know may hold a number that
// other programs would round: beyond 2^53 either way it is refused, since an
// act is kept for ever and read by others.
func WriteNoun(value any) ([]byte, error) {
	data, err := json.Marshal(value, marshalers, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return data, wholeNumbers(data)
}

// wholeNumbers refuses a number beyond what every reader of JSON can hold.
func wholeNumbers(data []byte) error {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	for {
		token, err := dec.ReadToken()
		if err != nil {
			return nil // the end
		}
		if token.Kind() == '0' && !holds(token.String()) {
			return refusal.At(pathOf(dec.StackPointer()), refusal.New(refusal.OutOfBounds,
				"value", token.String(), "low", "-"+exact, "high", exact))
		}
	}
}

// exact is 2^53, up to which every whole number has a place of its own.
const exact = "9007199254740992"

func holds(number string) bool {
	f, err := strconv.ParseFloat(number, 64)
	f = math.Abs(f)
	return err == nil && (f < 1<<53 || f == 1<<53 && strings.TrimPrefix(number, "-") == exact)
}
