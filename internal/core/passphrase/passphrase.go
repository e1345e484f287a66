// Package passphrase says whether words are good enough to lock a record with.
// A locked record can be copied and tried at leisure, so a passphrase must be
// one that nobody comes upon by trying what people usually take. It judges;
// what it is given it neither keeps nor repeats.
package passphrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"midweek/internal/core/refusal"
)

// What a passphrase needs: so many characters, or so many different words.
const (
	Characters = 12
	Words      = 4
)

// Longest is how many characters a passphrase may have.
const Longest = 1000

// shortestName is from how many letters on a name must not be a part: shorter
// ones stand in too many words.
const shortestName = 3

// Check refuses a passphrase that is too short, that many people use, or that
// has one of the names in it. The refusal never has a part of the passphrase.
func Check(text string, names ...string) error {
	switch {
	case text == "":
		return refusal.New(refusal.Missing)
	case utf8.RuneCountInString(text) > Longest:
		return refusal.New(refusal.TextTooLong, "limit", "1,000")
	case short(text):
		return refusal.New(refusal.PassphraseShort)
	case named(text, names):
		return refusal.New(refusal.PassphraseName)
	case common(text):
		return refusal.New(refusal.PassphraseCommon)
	}
	return nil
}

// short says whether there are neither characters nor words enough. Blanks at
// the ends count as nothing.
func short(text string) bool {
	text = strings.TrimSpace(text)
	different := map[string]bool{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if utf8.RuneCountInString(word) > 1 {
			different[word] = true
		}
	}
	return utf8.RuneCountInString(text) < Characters && len(different) < Words
}

// named says whether a word of a name is a part of the passphrase.
func named(text string, names []string) bool {
	text = strings.ToLower(text)
	for _, name := range names {
		for _, part := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if utf8.RuneCountInString(part) >= shortestName && strings.Contains(text, part) {
				return true
			}
		}
	}
	return false
}
