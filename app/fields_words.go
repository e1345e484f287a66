package app

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

// typedTexts are fields that a person writes: they are shown as they stand.
var typedTexts = map[string]bool{
	"name": true, "grade": true, "school": true, "district": true, "note": true, "text": true, "by": true, "said_by": true, "agency": true,
	"setting": true, "page": true, "verbatim": true, "answer_note": true, "phone": true, "email": true, "organization": true, "agreed_by": true,
}

// text is what one field says; empty when it says nothing.
func (r reading) text(name string, raw json.RawMessage) string {
	if s, ok := r.value.(*record.PlacedService); ok && name == "requirement" {
		return say.Capital(words.Promised(&s.Service))
	}
	var v any
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	if dec.Decode(&v) != nil {
		return ""
	}
	return r.said(name, v)
}

// part is a field of a row; its kind is worded by the list.
func (r reading) part(list, name string, raw json.RawMessage) string {
	if raw == nil {
		return ""
	}
	if list == "closures" && name == "kind" {
		var kind string
		if json.Unmarshal(raw, &kind) != nil || kind == "" {
			return ""
		}
		return words.Put("closure." + kind)
	}
	text := r.text(name, raw)
	if text != "" && (name == "dismissal" || name == "opening") {
		return r.label(name) + ": " + text
	}
	return text
}

func (r reading) said(name string, v any) string {
	switch v := v.(type) {
	case string:
		return r.word(name, v)
	case json.Number:
		return r.number(name, v.String())
	case bool:
		return words.Put("value." + strconv.FormatBool(v))
	case []any:
		return r.list(name, v)
	case map[string]any:
		return r.object(v)
	}
	return ""
}

// list are the values of a list in one line.
func (r reading) list(name string, values []any) string {
	var parts []string
	for _, v := range values {
		if text := r.said(name, v); text != "" {
			parts = append(parts, text)
		}
	}
	return words.And(parts)
}

// object is a value that has fields itself, in one line.
func (r reading) object(v map[string]any) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(v)) {
		if text := r.said(name, v[name]); text != "" && !inner[name] {
			parts = append(parts, r.key(name)+": "+text)
		}
	}
	return joinParts(parts)
}

// key is the name of a field of an object, which may be a reason or a service.
func (r reading) key(name string) string {
	switch {
	case words.Has("reason." + name):
		return say.Capital(words.Reason(iep.Reason(name)))
	case r.noun == history.ESY:
		return r.serviceName(name)
	}
	return r.label(name)
}

func (r reading) number(name, digits string) string {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return say.Plain(digits)
	}
	if strings.HasPrefix(name, "minutes") || r.noun == history.ESY || r.noun == history.Carryover {
		return words.Several("minute", n)
	}
	return words.Number(n)
}

// word is a text of a field: what a person typed, a day, a name of another
// entry, or a code in its words.
func (r reading) word(name, text string) string {
	if typedTexts[name] || text == "" {
		return text
	}
	if refer := r.reference(name, text); refer != "" {
		return refer
	}
	if d, err := day.Parse(text); err == nil {
		return words.Day(d)
	}
	if c, err := day.ParseClock(text); err == nil {
		return words.Clock(c)
	}
	if w, err := day.ParseWeekday(text); err == nil {
		return words.LongWeekday(w)
	}
	if words.Has("reason."+name) || name == "otherwise" {
		return words.Put("rule.short." + text)
	}
	for _, codes := range []string{vocabularies[string(r.noun)+"."+name], vocabularies[name], "value." + name + "."} {
		if codes != "" && words.Has(codes+text) {
			return say.Capital(words.Put(codes + text))
		}
	}
	return r.coded(name, text)
}

// vocabularies are where the codes of a field have their words: those of the
// screen that the entry stands on. A field is told apart by its noun where two
// nouns have one of its name.
var vocabularies = map[string]string{
	"session.kind": "kind.", "plan.kind": "plan.", "request.kind": "asking.", "meeting.kind": "meeting.", "note.kind": "note.",
	"removal.kind": "removal.kind.", "way": "way.", "kept": "kept.", "role": "role.", "level": "level.", "mode": "mode.", "known_by": "known.",
}

// coded is a code whose words other screens have too.
func (r reading) coded(name, code string) string {
	switch name {
	case "reason":
		return say.Capital(words.Reason(iep.Reason(code)))
	case "type":
		return words.Service(code)
	case "pack":
		return policyName(&policy.Policy{Pack: code})
	case "state":
		if i := slices.IndexFunc(states(), func(c Choice) bool { return c.ID == code }); i >= 0 {
			return states()[i].Text
		}
	case "source":
		if words.Has("source." + code) {
			return words.Put("source." + code)
		}
		return code
	case "entered_at":
		return instant(code)
	case "provider_id":
		return code
	}
	return say.Plain(code)
}

// reference is what an id stands for; empty of what is none.
func (r reading) reference(name, id string) string {
	switch name {
	case "child_id", "child_ids":
		return r.childName(id)
	case "service_id", "series_id":
		return r.serviceName(id)
	case "plan_id":
		return r.entryTitle(history.Key{Noun: history.Plan, ID: id})
	case "policy_id":
		return r.entryTitle(history.Key{Noun: history.Policy, ID: id})
	case "calendar_ids", "guessed_from":
		return r.entryTitle(history.Key{Noun: history.Calendar, ID: id})
	case "makeup_for", "pays_for":
		return r.obligation(id)
	case "arrangement_id":
		return r.entryTitle(history.Key{Noun: history.Arrangement, ID: id})
	case "provider_id":
		if c := r.Record.Contact(id); c != nil {
			return say.Plain(c.Called())
		}
	}
	return ""
}

// obligation is what a make-up settles: a day of a service.
func (r reading) obligation(id string) string {
	parts := strings.Split(id, ":")
	for i := 1; i < len(parts); i++ {
		if d, err := day.Parse(parts[i]); err == nil {
			return r.serviceName(strings.Join(parts[:i], ":")) + ", " + words.Day(d)
		}
	}
	return say.Plain(id)
}

// serviceName is what a service or a series is called, also after it was struck.
func (s *sheet) serviceName(id string) string {
	if _, found := s.Service(id); found != nil {
		return words.Title(found)
	}
	for _, e := range s.Folded.InOrder() {
		if v, ok := e.Value.(*record.PlacedService); ok && (e.ID == id || v.Series() == id) {
			return words.Title(&v.Service)
		}
	}
	return say.Plain(id)
}

// spanOfRow are the days of an entry of a list.
func spanOfRow(row map[string]json.RawMessage) string {
	first, last := dayIn(row["start"]), dayIn(row["end"])
	if only := dayIn(row["date"]); only != day.None {
		return words.Day(only)
	}
	switch {
	case first == day.None:
		return ""
	case last == day.None:
		return words.Day(first)
	}
	return words.Span(day.Span{First: first, Last: last})
}

func dayIn(raw json.RawMessage) day.Day {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return day.None
	}
	d, err := day.Parse(text)
	if err != nil {
		return day.None
	}
	return d
}

// rowName names an entry of a list as the calendar does: by its id, else by its
// days.
func rowName(row map[string]json.RawMessage) string {
	texts := map[string]string{}
	for _, name := range []string{"id", "start", "end", "date", "name"} {
		var text string
		if json.Unmarshal(row[name], &text) == nil {
			texts[name] = text
		}
	}
	switch {
	case texts["id"] != "":
		return texts["id"]
	case texts["date"] != "":
		return texts["date"]
	case texts["start"] != "":
		return texts["start"] + "/" + texts["end"]
	}
	return texts["name"]
}

func joinParts(parts []string) string { return strings.Join(parts, ", ") }

func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }

// entryTitle is what a person calls an entry, also one that was struck.
func (s *sheet) entryTitle(k history.Key) string {
	e := s.Folded.Entries[k]
	if e == nil {
		return nounText(k.Noun) + " " + say.Plain(k.ID)
	}
	switch v := e.Value.(type) {
	case *iep.Child:
		return s.childName(v.ID)
	case *iep.Plan:
		return planText(v)
	case *record.PlacedService:
		return words.Title(&v.Service) + ", " + words.Span(v.Span())
	case *calendar.SchoolYear:
		return yearText(v)
	case *policy.Policy:
		return words.Put("title.policy", "pack", policyName(v))
	case *iep.Session:
		return s.serviceName(v.ServiceID) + ", " + words.Day(v.Date)
	case *iep.Decision:
		return words.Put("title.decision", "service", s.serviceName(v.ServiceID), "day", words.Day(v.Date))
	case *iep.Request:
		return words.Put("title.request", "day", words.Day(v.SentOn))
	case *iep.Meeting:
		return words.Put("title.meeting", "day", words.Day(v.Date))
	case *calendar.ESYWindow:
		return words.Put("title.esy", "days", words.Span(v.Span))
	case *iep.Carryover:
		return words.Put("title.carryover", "service", s.serviceName(v.SeriesID), "day", words.Day(v.Date))
	case *record.Import:
		return words.Put("title.import", "at", instant(e.First.At))
	case *iep.Contact:
		return v.Name
	case *iep.Note:
		return words.Put("title.note", "day", words.Day(v.Date))
	case *iep.Promise:
		return words.Put("title.promise", "day", words.Day(v.Date))
	case *iep.Removal:
		return words.Put("title.away", "days", words.Span(v.Span))
	case *iep.Attachment:
		return v.Name
	case *iep.Arrangement:
		return words.Put("title.arrangement", "service", s.serviceName(v.SeriesID), "day", arrangedDay(v))
	}
	return nounText(k.Noun)
}

// nounText is what kind of entry it is.
func nounText(noun history.Noun) string {
	if words.Has("noun." + string(noun)) {
		return words.Put("noun." + string(noun))
	}
	return say.Capital(say.Plain(string(noun)))
}
