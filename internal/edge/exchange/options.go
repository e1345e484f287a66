package exchange

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// reading and marshalers say how the core's values look in JSON.
var (
	reading = json.JoinOptions(json.WithUnmarshalers(json.JoinUnmarshalers(
		json.UnmarshalFromFunc(readDay),
		json.UnmarshalFromFunc(readClock),
		json.UnmarshalFromFunc(readWeekdays),
		json.UnmarshalFromFunc(readDeadline),
		json.UnmarshalFromFunc(readPage),
		json.UnmarshalFromFunc(readRaw),
	)))
	marshalers = json.WithMarshalers(json.JoinMarshalers(
		json.MarshalToFunc(writeDay),
		json.MarshalToFunc(writeClock),
		json.MarshalToFunc(writeWeekdays),
		json.MarshalToFunc(writeDeadline),
		json.MarshalToFunc(writeRaw),
	))
)

// text reads a string; null reads as absent.
func text(dec *jsontext.Decoder) (value string, absent bool, err error) {
	switch dec.PeekKind() {
	case '"', 'n':
		token, err := dec.ReadToken()
		if err != nil || token.Kind() == 'n' {
			return "", true, err
		}
		return token.String(), false, nil
	}
	if err := dec.SkipValue(); err != nil {
		return "", false, err
	}
	return "", false, refusal.New(refusal.WrongType, "want", "text")
}

func readDay(dec *jsontext.Decoder, d *day.Day) error {
	s, absent, err := text(dec)
	if err != nil || absent {
		return err
	}
	*d, err = day.Parse(s)
	return err
}

func writeDay(enc *jsontext.Encoder, d day.Day) error {
	return enc.WriteToken(jsontext.String(d.String()))
}

func readClock(dec *jsontext.Decoder, c *day.Clock) error {
	s, absent, err := text(dec)
	if err != nil || absent {
		return err
	}
	*c, err = day.ParseClock(s)
	return err
}

func writeClock(enc *jsontext.Encoder, c day.Clock) error {
	return enc.WriteToken(jsontext.String(c.String()))
}

func readWeekdays(dec *jsontext.Decoder, set *day.Weekdays) error {
	var names []string
	if err := json.UnmarshalDecode(dec, &names); err != nil {
		return err
	}
	*set = 0
	for i, name := range names {
		w, err := day.ParseWeekday(name)
		if err != nil {
			return refusal.At("["+strconv.Itoa(i)+"]", err)
		}
		*set |= day.SetOf(w)
	}
	return nil
}

func writeWeekdays(enc *jsontext.Encoder, set day.Weekdays) error {
	names := []string{}
	for _, w := range set.List() {
		names = append(names, w.String())
	}
	return json.MarshalEncode(enc, names)
}

// yearEnd is a deadline's one word.
const yearEnd = "end_of_school_year"

func readDeadline(dec *jsontext.Decoder, d *policy.Deadline) error {
	if dec.PeekKind() != '{' {
		s, absent, err := text(dec)
		if err != nil || absent {
			return err
		}
		if s != yearEnd {
			return refusal.New(refusal.NotAWord, "text", s, "words", yearEnd)
		}
		*d = policy.Deadline{}
		return nil
	}
	var days deadlineDays
	if err := json.UnmarshalDecode(dec, &days); err != nil {
		return err
	}
	if days.Days == nil {
		return refusal.At("days", refusal.New(refusal.Missing))
	}
	*d = policy.Deadline(days)
	return nil
}

// deadlineDays is a deadline's object, read and written by its tags.
type deadlineDays policy.Deadline

func writeDeadline(enc *jsontext.Encoder, d policy.Deadline) error {
	if d.Days == nil {
		return enc.WriteToken(jsontext.String(yearEnd))
	}
	return json.MarshalEncode(enc, deadlineDays(d))
}

// readPage takes a page as a number or as text.
func readPage(dec *jsontext.Decoder, p *iep.Page) error {
	if dec.PeekKind() == '0' {
		value, err := dec.ReadValue()
		if len(value) > record.MaxText {
			return refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(record.MaxText))
		}
		*p = iep.Page(value)
		return err
	}
	s, _, err := text(dec)
	*p = iep.Page(s)
	return err
}

func readRaw(dec *jsontext.Decoder, raw *iep.Raw) error {
	value, err := dec.ReadValue()
	*raw = iep.Raw(value.Clone())
	return err
}

func writeRaw(enc *jsontext.Encoder, raw iep.Raw) error {
	return enc.WriteValue(jsontext.Value(raw))
}

// byWord are the objects whose keys are the family's own words, a number
// perhaps; elsewhere a number in a path is a place in a list.
var byWord = []string{"makeup_capacity", "owed"}

// pathOf writes a JSON pointer as people write it: plans[0].services[1].id.
func pathOf(pointer jsontext.Pointer) string {
	var b strings.Builder
	before := ""
	for token := range pointer.Tokens() {
		_, err := strconv.Atoi(token)
		place := err == nil && !slices.Contains(byWord, before)
		before = token
		if place {
			b.WriteString("[" + token + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(token)
	}
	return b.String()
}

// wanted names what a field wants, as a word for package say.
func wanted(err *json.SemanticError) string {
	if errors.Is(err.Err, strconv.ErrRange) {
		return "whole_number"
	}
	if err.GoType == nil {
		return "other"
	}
	t := err.GoType
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true_or_false"
	case reflect.Int:
		return "whole_number"
	case reflect.Slice:
		return "list"
	}
	return "object"
}
