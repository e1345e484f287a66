package record

import (
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

func present(field string, d day.Day) error {
	if d == day.None {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	return nil
}

// bothDays wants two days, the second not before the first.
func bothDays(first, last day.Day, firstField, lastField string) error {
	if err := present(firstField, first); err != nil {
		return err
	}
	if err := present(lastField, last); err != nil {
		return err
	}
	return forward(first, last, lastField)
}

func forward(first, last day.Day, field string) error {
	if first != day.None && last != day.None && first > last {
		return refusal.At(field, refusal.New(refusal.Backwards, "start", first.String(), "end", last.String()))
	}
	return nil
}

func within(field string, n, low, high int) error {
	if n >= low && n <= high {
		return nil
	}
	code := refusal.OutOfBounds
	if low == 1 && n < low {
		code = refusal.NotPositive
	}
	return refusal.At(field, refusal.New(code, "value", strconv.Itoa(n), "low", strconv.Itoa(low), "high", strconv.Itoa(high)))
}

func maybeWithin(field string, n *int, low, high int) error {
	if n == nil {
		return nil
	}
	return within(field, *n, low, high)
}

// word wants one of some words.
func word[W ~string](field string, w W, words ...W) error {
	for _, known := range words {
		if w == known {
			return nil
		}
	}
	if w == "" {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	names := make([]string, len(words))
	for i := range words {
		names[i] = string(words[i])
	}
	return refusal.At(field, refusal.New(refusal.NotAWord, "text", string(w), "words", strings.Join(names, ", ")))
}

// maybeWord wants one of some words, or none.
func maybeWord[W ~string](field string, w W, words ...W) error {
	if w == "" {
		return nil
	}
	return word(field, w, words...)
}

func noSuch(field, what, id string) error {
	if id == "" {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	return refusal.At(field, refusal.New(refusal.NoSuch, "what", what, "id", id))
}
