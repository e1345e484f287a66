package passphrase

import (
	_ "embed"
	"strings"
	"unicode"
)

// commonText is what people usually take, a line each. It is written for this
// program: words and runs of keys that stand on every list of leaked passwords,
// and sentences that everybody knows.
//
//go:embed common.txt
var commonText string

var commons = listed(commonText)

func listed(text string) []string {
	var list []string
	for line := range strings.Lines(text) {
		if word := plain(line); word != "" && !strings.HasPrefix(line, "#") {
			list = append(list, word)
		}
	}
	return list
}

// runs are the orders in which keys and letters come by themselves.
var runs = []string{
	"abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm",
}

// own is how many characters of a passphrase must be none of the common parts.
const own = 6

// common says whether a passphrase is made of little else than what is on the
// list, of one part over and over, or of keys in their order.
func common(text string) bool {
	text = plain(text)
	for _, word := range commons {
		if len(word) >= own {
			text = strings.ReplaceAll(text, word, "")
		}
	}
	for _, run := range runs {
		text = without(text, run)
		text = without(text, reversed(run))
	}
	text = strings.TrimFunc(text, unicode.IsDigit)
	return len([]rune(text)) < own || repeats(text)
}

// plain are the letters and digits of a text, small, with signs that stand for
// letters read as these.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '@':
			return 'a'
		case r == '$':
			return 's'
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// shortestRun is from how many keys in their order on a run is taken out.
const shortestRun = 5

// without takes the longest stretches of a run out of a text.
func without(text, run string) string {
	for size := len(run); size >= shortestRun; size-- {
		for at := 0; at+size <= len(run); at++ {
			text = strings.ReplaceAll(text, run[at:at+size], "")
		}
	}
	return text
}

func reversed(text string) string {
	letters := []byte(text)
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		letters[i], letters[j] = letters[j], letters[i]
	}
	return string(letters)
}

// longestPart is how long a part can be that repeats.
const longestPart = 6

// repeats says whether a text is one part over and over.
func repeats(text string) bool {
	letters := []rune(text)
	for size := 1; size <= longestPart && size*2 <= len(letters); size++ {
		again := true
		for i := size; i < len(letters) && again; i++ {
			again = letters[i] == letters[i-size]
		}
		if again {
			return true
		}
	}
	return false
}
