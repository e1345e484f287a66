// Package exchange reads and writes `service-hours`, the portable record: one
// JSON file that holds everything the engine needs, documented in
// docs/file-format.md, so that no family is locked in.
//
// A file is untrusted. Its size, depth, texts and lists are bounded before
// anything is built from it; it is read strictly (a key twice, a day that does
// not exist, a number that is not whole are refused) and taken whole or not at
// all, with the path of the first thing wrong. Fields that this version does
// not know are kept and written back.
package exchange

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// The name and version of the format.
const (
	Format  = "service-hours"
	Version = 1
)

// file is the format's one object.
type file struct {
	Format        string `json:"format"`
	Version       int    `json:"version"`
	record.Record `json:",embed"`
}

// ReadFile reads a file of at most the format's size, and nothing of a larger
// one.
func ReadFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := readAtMost(f, maxSize)
	return bytes.TrimPrefix(data, []byte(byteOrderMark)), err
}

func readAtMost(from io.Reader, most int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, int64(most)+1))
	if err != nil {
		return nil, err
	}
	if len(data) > most {
		return nil, refusal.New(refusal.TooLarge, "limit", strconv.Itoa(most>>20))
	}
	return data, nil
}

// byteOrderMark is what some editors put before the text.
const byteOrderMark = "\ufeff"

// Read reads and checks a record. The refusal's field is the path of what is
// wrong.
func Read(data []byte) (*record.Record, error) {
	r, err := readRecord(data)
	if err == nil {
		return r, nil
	}
	if newer := newerVersion(data); newer != nil {
		return nil, newer
	}
	return nil, err
}

func readRecord(data []byte) (*record.Record, error) {
	if err := bound(data); err != nil {
		return nil, err
	}
	var f file
	if err := json.Unmarshal(data, &f, reading); err != nil {
		return nil, explain(data, err)
	}
	if err := ours(f.Format, f.Version); err != nil {
		return nil, err
	}
	for i := range f.Calendars {
		completeYear(&f.Calendars[i])
	}
	if err := record.Check(&f.Record); err != nil {
		return nil, err
	}
	return &f.Record, nil
}

// newerVersion is the refusal of a file from a newer program, or nil. It is
// told before any other fault: what looks wrong may be what is new.
func newerVersion(data []byte) error {
	var frame struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if len(data) <= maxSize && json.Unmarshal(data, &frame) == nil && frame.Format == Format && frame.Version > Version {
		return ours(frame.Format, frame.Version)
	}
	return nil
}

// ReadCalendar reads a school year that stands in a file by itself, without
// the format's frame.
func ReadCalendar(data []byte) (*calendar.SchoolYear, error) {
	if err := bound(data); err != nil {
		return nil, err
	}
	var y calendar.SchoolYear
	if err := json.Unmarshal(data, &y, reading); err != nil {
		return nil, explain(data, err)
	}
	completeYear(&y)
	if y.ID == "" {
		return nil, refusal.At("id", refusal.New(refusal.Missing))
	}
	if err := record.CheckYear(&y); err != nil {
		return nil, err
	}
	return &y, nil
}

// IsRecord says whether a file claims to be a record, rather than a calendar
// by itself.
func IsRecord(data []byte) bool {
	var frame struct {
		Format jsontext.Value `json:"format"`
		First  jsontext.Value `json:"first_day"`
	}
	err := json.Unmarshal(data, &frame)
	return err != nil || frame.Format != nil || frame.First == nil
}

// completeYear gives a calendar that names no weekdays the usual ones.
func completeYear(y *calendar.SchoolYear) {
	if y.Weekdays == 0 {
		y.Weekdays = day.MondayToFriday
	}
}

func ours(format string, version int) error {
	switch {
	case format != Format:
		return refusal.At("format", refusal.New(refusal.NotOurFormat, "found", format))
	case version > Version:
		return refusal.At("version", refusal.New(refusal.NewerVersion, "found", strconv.Itoa(version), "known", strconv.Itoa(Version)))
	case version < Version:
		return refusal.At("version", refusal.New(refusal.NotPositive, "value", strconv.Itoa(version), "low", "1", "high", strconv.Itoa(Version)))
	}
	return nil
}

// Write writes a record as a file of the format, with what it did not know
// when it was read. The same record gives the same bytes.
func Write(r *record.Record) ([]byte, error) {
	f := file{Format: Format, Version: Version, Record: *r}
	data, err := json.Marshal(&f, marshalers, json.Deterministic(true), jsontext.SpaceAfterColon(true), jsontext.SpaceAfterComma(true))
	if err != nil {
		return nil, err
	}
	if data = rowsOnLines(data); len(data) > maxSize {
		return nil, refusal.New(refusal.TooLarge, "limit", strconv.Itoa(maxSize>>20))
	}
	return data, nil
}

// explain turns the JSON library's error into a refusal with its place.
func explain(data []byte, err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return explainSyntax(data, syntax)
	}
	var shape *json.SemanticError
	if errors.As(err, &shape) {
		return explainShape(shape)
	}
	return err
}

func explainSyntax(data []byte, err *jsontext.SyntacticError) error {
	if errors.Is(err, jsontext.ErrDuplicateName) {
		name := err.JSONPointer.LastToken()
		return refusal.At(pathOf(err.JSONPointer.Parent()), refusal.At(name, refusal.New(refusal.TwoKeys, "name", name)))
	}
	return refusal.At(placeOf(data, err.ByteOffset), refusal.New(refusal.NotJSON))
}

func explainShape(err *json.SemanticError) error {
	path := pathOf(err.JSONPointer)
	if r := refusal.From(err.Err); r != nil {
		return refusal.At(path, r)
	}
	return refusal.At(path, refusal.New(refusal.WrongType, "want", wanted(err)))
}

// placeOf is a place in a file as people find it: its line and the character
// in it, both from 1.
func placeOf(data []byte, offset int64) string {
	before := data[:min(offset, int64(len(data)))]
	line := bytes.Count(before, []byte{'\n'}) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return "line " + strconv.Itoa(line) + ", character " + strconv.Itoa(column)
}
