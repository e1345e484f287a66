package exchange

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// Bounds of a file.
const (
	maxSize  = 64 << 20 // bytes
	maxDepth = 32
)

// bound refuses a file that is too large or too deep, or holds a text or a
// list that is too long, before anything is built from it. One quick look at
// the bytes clears nearly every file; only one that may be too long is walked
// token by token, to name the place.
func bound(data []byte) error { return boundTo(data, maxDepth) }

// boundTo is bound to a depth of the caller's.
func boundTo(data []byte, depth int) error {
	if len(data) > maxSize {
		return refusal.New(refusal.TooLarge, "limit", strconv.Itoa(maxSize>>20))
	}
	if !utf8.Valid(data) {
		return refusal.At(placeOf(data, badByte(data)), refusal.New(refusal.NotText))
	}
	longest, deepest, at := survey(data, depth)
	if deepest > depth {
		return refusal.At(placeOf(data, at), refusal.New(refusal.TooDeep, "limit", strconv.Itoa(depth)))
	}
	if longest > record.MaxText || bytes.Count(data, []byte{','}) >= record.MaxRows {
		return walk(data)
	}
	return nil
}

func badByte(data []byte) int64 {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return int64(i)
		}
		i += size
	}
	return int64(len(data))
}

// survey finds the length of the longest string in bytes, and the greatest
// depth with the offset at which it passes the limit.
func survey(data []byte, limit int) (longest, deepest int, at int64) {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			n := stringLength(data[i+1:])
			longest = max(longest, n)
			i += n + 1
		case '{', '[':
			if depth++; depth > deepest {
				deepest = depth
				if depth <= limit+1 {
					at = int64(i)
				}
			}
		case '}', ']':
			depth--
		}
	}
	return longest, deepest, at
}

// stringLength is how many bytes a string has up to its closing quote.
func stringLength(data []byte) int {
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(data)
}

// walk reads a file token by token and names the first text or list that is
// too long. What is not JSON is left for the reader to tell.
func walk(data []byte) error {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	for {
		token, err := dec.ReadToken()
		if err != nil {
			return nil
		}
		if token.Kind() == '"' && utf8.RuneCountInString(token.String()) > record.MaxText {
			return tooLong(dec.StackPointer())
		}
		if depth := dec.StackDepth(); depth > 0 {
			if kind, n := dec.StackIndex(depth); kind == '[' && n > record.MaxRows {
				return refusal.At(pathOf(dec.StackPointer().Parent()), refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(record.MaxRows)))
			}
		}
	}
}

// tooLong refuses a text. A rule is called a rule.
func tooLong(at jsontext.Pointer) error {
	if at.LastToken() == "rrule" {
		return refusal.At(pathOf(at), refusal.New(refusal.RuleLong, "limit", strconv.Itoa(schedule.MaxRule)))
	}
	return refusal.At(pathOf(at), refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(record.MaxText)))
}
