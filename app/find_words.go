package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"midweek/internal/core/say"
)

// wanted are the words of a search, folded. A word of a text is meant by one
// that it begins with; this is how the index of the record takes them too.
type wanted []string

func wantedIn(text string) wanted {
	var w wanted
	for _, word := range strings.FieldsFunc(text, between) {
		w = append(w, fold(word))
	}
	return w
}

// between says whether a character stands between words.
func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// means says whether a word of a text is one of those wanted.
func (w wanted) means(word string) bool {
	folded := fold(word)
	for _, each := range w {
		if strings.HasPrefix(folded, each) {
			return true
		}
	}
	return false
}

// in says whether every word stands in one of the texts.
func (w wanted) in(texts ...string) bool { return len(w.missing(texts...)) == 0 }

// missing are the words that stand in none of the texts.
func (w wanted) missing(texts ...string) wanted {
	there := wantedIn(strings.Join(texts, " "))
	var none wanted
	for _, each := range w {
		found := false
		for _, word := range there {
			found = found || strings.HasPrefix(word, each)
		}
		if !found {
			none = append(none, each)
		}
	}
	return none
}

// How much of a text is shown, and how much of that stands before the first
// word that was looked for.
const (
	shownMost   = 150
	shownBefore = 50
)

// mark tells the words that were looked for from those around them, in one
// line. A long text is cut to what stands around the first one.
func (w wanted) mark(text string) []Piece {
	text = say.Line(text, len(text))
	pieces := []Piece{}
	put := func(part string, found bool) {
		last := len(pieces) - 1
		switch {
		case part == "":
		case last >= 0 && pieces[last].Found == found:
			pieces[last].Text += part
		default:
			pieces = append(pieces, Piece{part, found})
		}
	}
	for text != "" {
		word := upTo(text, between)
		put(word, word != "" && w.means(word))
		gap := upTo(text[len(word):], func(r rune) bool { return !between(r) })
		put(gap, false)
		text = text[len(word)+len(gap):]
	}
	return around(pieces)
}

// upTo is what stands before the first character of a kind.
func upTo(text string, kind func(rune) bool) string {
	if i := strings.IndexFunc(text, kind); i >= 0 {
		return text[:i]
	}
	return text
}

// around cuts a text to the place of the first word found.
func around(pieces []Piece) []Piece {
	long := 0
	for _, p := range pieces {
		long += utf8.RuneCountInString(p.Text)
	}
	if long <= shownMost {
		return pieces
	}
	if len(pieces) > 1 && !pieces[0].Found {
		pieces[0].Text = ending(pieces[0].Text, shownBefore)
	}
	left := shownMost
	for i := range pieces {
		n := utf8.RuneCountInString(pieces[i].Text)
		if n >= left {
			pieces[i].Text = string([]rune(pieces[i].Text)[:left]) + "…"
			return pieces[:i+1]
		}
		left -= n
	}
	return pieces
}

// ending are the last words of a text, of so many characters at most.
func ending(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	end := string(runes[len(runes)-most:])
	if i := strings.IndexFunc(end, between); i >= 0 && i < len(end)-1 {
		end = end[i:]
	}
	return "…" + strings.TrimLeftFunc(end, between)
}
