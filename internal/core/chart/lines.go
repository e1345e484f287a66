package chart

import (
	"strings"

	"midweek/internal/core/block"
)

// A worded line is a line of text that stands above a bar.
type worded struct {
	role block.Role
	text string
}

// lines are a bar's name and number above it, as long as there is room.
func lines(b *bar, width float64) []worded {
	var list []worded
	for _, text := range wrapped(b.name, width) {
		list = append(list, worded{block.Name, text})
	}
	for _, text := range wrapped(b.text, width) {
		list = append(list, worded{block.Value, text})
	}
	return list
}

// wrapped is a text in lines of a width.
func wrapped(text string, width float64) []string {
	var list []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		joined := strings.TrimSpace(line + " " + word)
		if line != "" && wide(joined) > width {
			list = append(list, line)
			joined = word
		}
		for n := fitting(joined, width); n < len([]rune(joined)); n = fitting(joined, width) {
			list = append(list, string([]rune(joined)[:n]))
			joined = string([]rune(joined)[n:])
		}
		line = joined
	}
	return append(list, line)
}

// fitting is how many letters of a text have room.
func fitting(text string, width float64) int {
	letters := []rune(text)
	n := len(letters)
	for n > 1 && wide(string(letters[:n])) > width {
		n--
	}
	return n
}
