package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// naming says whether a text has one of a child's names in it: a name as it was
// typed, or its first word, as whole words, whatever the case and the accents.
func naming(names []string) func(string) bool {
	var all []string
	for _, name := range names {
		all = append(all, name)
		if first, rest, _ := strings.Cut(strings.TrimSpace(name), " "); rest != "" && len([]rune(first)) > 2 {
			all = append(all, first)
		}
	}
	return mentions(all...)
}

// mentions says whether a text has one of some names in it.
func mentions(names ...string) func(string) bool {
	var folded []string
	for _, name := range names {
		if name = strings.Join(wordsOf(name), " "); name != "" {
			folded = append(folded, " "+name+" ")
		}
	}
	return func(text string) bool {
		if text == "" || len(folded) == 0 {
			return false
		}
		line := " " + strings.Join(wordsOf(text), " ") + " "
		for _, name := range folded {
			if strings.Contains(line, name) {
				return true
			}
		}
		return false
	}
}

// wordsOf are the words of a text, folded; what is no letter and no digit parts
// them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fold is a text without case and accents.
func fold(text string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return norm.NFC.String(bare)
}
