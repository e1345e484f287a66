package app

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

// A field is one thing that an entry says, in the words of its form. The key
// names it in every version of the entry: note, or closures/winter of a row.
type field struct{ key, label, text string }

// orders are the fields of a noun as its form has them; others follow, by name.
var orders = map[history.Noun][]string{
	history.Child:    {"name", "state", "grade", "school", "district", "rights_holder", "rights_from"},
	history.Plan:     {"child_id", "kind", "start", "end", "calendar_ids", "policy_id", "claims"},
	history.Service:  {"plan_id", "type", "requirement", "schedules", "start", "end", "provider_id", "agency", "mode", "group_size", "setting", "page", "verbatim"},
	history.Calendar: {"name", "school_year", "first_day", "last_day", "school_weekdays", "level", "guess", "guessed_from", "source", "closures", "early_release", "extra_school_days", "noted_days", "terms"},
	history.Policy:   {"name", "pack", "owed"},
	history.Session:  {"service_id", "date", "start_time", "began", "ended", "kind", "status", "minutes", "group_size", "reason", "makeup_for", "known_by", "said_by", "note"},
	history.Decision: {"service_id", "date", "owed", "decided_on", "by", "note"},
	history.Request:  {"child_id", "kind", "way", "sent_on", "received_on", "date", "text", "answer", "answered_on", "answer_note"},
	history.Meeting:  {"child_id", "kind", "date", "text"},
	history.ESY:      {"child_id", "start", "end", "makeup_capacity", "plan_id"},
	history.Import:   {"counts"},

	history.Carryover:  {"child_id", "series_id", "date", "to_summer", "to_next_year", "before_record", "make_up_by", "agreed_by", "agreed_on", "note"},
	history.Contact:    {"name", "roles", "child_ids", "phone", "email", "note"},
	history.Note:       {"child_id", "kind", "date", "series_id", "side", "text", "said_by", "known_by"},
	history.Promise:    {"child_id", "date", "by", "series_id", "text", "due", "kept", "kept_on", "note"},
	history.Removal:    {"child_id", "start", "end", "kind", "part_day", "note"},
	history.Attachment: {"name", "media_type", "size", "added_on", "of", "note"},

	history.Arrangement: {"child_id", "series_id", "date", "start_time", "minutes", "pays_for", "steps"},
}

// inner are fields that only the program needs.
var inner = map[string]bool{"id": true, "schedule_id": true, "services": true, "sha256": true, "break_id": true}

// fields are what the value of an act says. A value that is no object, as no
// window writes it, is one field as it stands.
func (s *sheet) fields(noun history.Noun, id string, value []byte) []field {
	if value == nil {
		return nil
	}
	var object map[string]json.RawMessage
	if json.Unmarshal(value, &object) != nil {
		return []field{{"value", words.Put("field.value"), say.Plain(string(value))}}
	}
	names := slices.DeleteFunc(slices.Clone(orders[noun]), func(name string) bool { return object[name] == nil })
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !inner[name] && (name != "series_id" || noun != history.Service) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	r := reading{s, noun, s.typedValue(noun, id, value)}
	var list []field
	for _, name := range names {
		list = append(list, r.field(name, object[name])...)
	}
	return list
}

// typedValue is what a value is in the program's own types; nil when it cannot
// be read.
func (s *sheet) typedValue(noun history.Noun, id string, value []byte) any {
	v, err := s.room.Read(noun, id, value)
	if err != nil {
		return nil
	}
	return v
}

// A reading puts the value of an act into words.
type reading struct {
	*sheet
	noun  history.Noun
	value any // nil when it cannot be read
}

// field is one field, or the rows of a list, each by itself. What says nothing
// is no field.
func (r reading) field(name string, raw json.RawMessage) []field {
	var rows []map[string]json.RawMessage
	if bytes.HasPrefix(raw, []byte("[{")) && json.Unmarshal(raw, &rows) == nil {
		return r.rows(name, rows)
	}
	text := r.text(name, raw)
	if text == "" {
		return nil
	}
	return []field{{name, r.label(name), text}}
}

func (r reading) label(name string) string {
	if code := "field." + string(r.noun) + "." + name; words.Has(code) {
		return words.Put(code)
	}
	if words.Has("field." + name) {
		return words.Put("field." + name)
	}
	return say.Capital(say.Plain(spaced(name)))
}

// rows are the entries of a list, each named by its id or its days.
func (r reading) rows(name string, rows []map[string]json.RawMessage) []field {
	list := make([]field, 0, len(rows))
	taken := map[string]int{}
	for i, row := range rows {
		key := name + "/" + rowName(row)
		if taken[key]++; taken[key] > 1 {
			key += "#" + strconv.Itoa(taken[key])
		}
		list = append(list, field{key, r.label(name), r.row(name, i, row)})
	}
	return list
}

// row is an entry of a list in one line: a schedule as its sentence, another
// one by its days and what else it says.
func (r reading) row(name string, i int, row map[string]json.RawMessage) string {
	if s, ok := r.value.(*record.PlacedService); ok && name == "schedules" && i < len(s.Schedules) {
		return say.Capital(rhythm(&s.Service, &s.Schedules[i]))
	}
	if name == "of" {
		return r.refers(row)
	}
	var parts []string
	if span := spanOfRow(row); span != "" {
		parts = append(parts, span)
	}
	for _, field := range []string{"name", "kind", "dismissal", "opening", "weekdays", "source"} {
		if text := r.part(name, field, row[field]); text != "" {
			parts = append(parts, text)
		}
	}
	for _, field := range slices.Sorted(maps.Keys(row)) {
		if text := r.text(field, row[field]); text != "" && !inner[field] && !toldInRow[field] {
			parts = append(parts, r.label(field)+": "+text)
		}
	}
	return joinParts(parts)
}

// refers names the entry that a row refers to.
func (r reading) refers(row map[string]json.RawMessage) string {
	var k history.Key
	if json.Unmarshal(row["noun"], &k.Noun) != nil || json.Unmarshal(row["id"], &k.ID) != nil {
		return ""
	}
	return r.entryTitle(k)
}

// toldInRow are the fields of a row that stand at its beginning.
var toldInRow = map[string]bool{
	"start": true, "end": true, "date": true, "name": true, "kind": true, "dismissal": true, "opening": true, "weekdays": true, "source": true,
}

// compared are the fields of a version beside those of the one before: what
// changed, with what it was, in the order of the form.
func compared(before, now []field) []Field {
	was := map[string]field{}
	for _, f := range before {
		was[f.key] = f
	}
	list := []Field{}
	for _, f := range now {
		old, had := was[f.key]
		delete(was, f.key)
		if !had || old.text != f.text {
			list = append(list, Field{Label: f.label, Was: old.text, Text: f.text})
		}
	}
	for _, f := range before {
		if _, gone := was[f.key]; gone {
			list = append(list, Field{Label: f.label, Was: f.text})
		}
	}
	return list
}

// whole are fields as they stand.
func whole(fields []field) []Field { return compared(nil, fields) }

// childName is a child's name, also after it was struck.
func (s *sheet) childName(id string) string {
	if child := s.Record.Child(id); child != nil && child.Name != "" {
		return child.Name
	}
	if e := s.Folded.Entries[history.Key{Noun: history.Child, ID: id}]; e != nil {
		if child, ok := e.Value.(*iep.Child); ok && child.Name != "" {
			return child.Name
		}
	}
	return say.Plain(id)
}
