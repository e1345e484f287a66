package exchange

import (
	"bytes"
	"iter"
	"strings"
	"unicode/utf8"
)

// A feedLine is a content line of a feed, unfolded.
type feedLine struct {
	n    int // its first line in the file, from 1
	text []byte
}

// feedLines are the content lines of a feed. A line ends as any system ends
// it; one that begins with a space goes on the one before, inside a letter if
// need be. Empty lines and NUL bytes are left out.
func feedLines(data []byte) iter.Seq[feedLine] {
	return func(yield func(feedLine) bool) {
		var open feedLine
		for n := 1; len(data) > 0; n++ {
			var text []byte
			text, data = cutLine(data)
			text = bytes.ReplaceAll(text, []byte{0}, nil)
			switch {
			case len(text) == 0:
			case (text[0] == ' ' || text[0] == '\t') && open.n > 0:
				open.text = appendWithin(open.text, text[1:])
			default:
				if open.n > 0 && !yield(open) {
					return
				}
				open = feedLine{n, appendWithin(nil, text)}
			}
		}
		if open.n > 0 {
			yield(open)
		}
	}
}

func cutLine(data []byte) (line, rest []byte) {
	i := bytes.IndexAny(data, "\r\n")
	if i < 0 {
		return data, nil
	}
	if data[i] == '\r' && i+1 < len(data) && data[i+1] == '\n' {
		return data[:i], data[i+2:]
	}
	return data[:i], data[i+1:]
}

// appendWithin appends as much as a line may have.
func appendWithin(line, more []byte) []byte {
	return append(line, more[:min(len(more), maxFeedLine-len(line))]...)
}

// A property is a content line taken apart.
type property struct {
	name   string
	params map[string]string // the first value of each
	value  string
	line   int
}

// readProperty takes a content line apart. A line that has no name and no
// value is none.
func readProperty(l feedLine) (property, bool) {
	text := textOf(l.text)
	i := strings.IndexAny(text, ";:")
	if i <= 0 || strings.Trim(strings.ToUpper(text[:i]), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") != "" {
		return property{}, false
	}
	p := property{name: strings.ToUpper(text[:i]), line: l.n}
	rest := text[i:]
	for strings.HasPrefix(rest, ";") {
		var name, value string
		name, rest, _ = strings.Cut(rest[1:], "=")
		value, rest = paramValue(rest)
		if p.params == nil {
			p.params = map[string]string{}
		}
		if name = strings.ToUpper(name); p.params[name] == "" {
			p.params[name] = value
		}
	}
	value, found := strings.CutPrefix(rest, ":")
	p.value = value
	return p, found
}

// paramValue is a parameter's value, in quotes or not, and what follows it.
func paramValue(text string) (value, rest string) {
	if quoted, found := strings.CutPrefix(text, `"`); found {
		if value, rest, found = strings.Cut(quoted, `"`); found {
			return value, rest
		}
	}
	i := strings.IndexAny(text, ";:")
	if i < 0 {
		return text, ""
	}
	return text[:i], text[i:]
}

// unescaped is a text value as it was meant.
func (p property) unescaped() string {
	if !strings.ContainsRune(p.value, '\\') {
		return p.value
	}
	var b strings.Builder
	for i := 0; i < len(p.value); i++ {
		c := p.value[i]
		if c == '\\' && i+1 < len(p.value) {
			i++
			if c = p.value[i]; c == 'n' || c == 'N' {
				c = '\n'
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// textOf is a line's text: UTF-8, or else what older Windows programs write.
func textOf(line []byte) string {
	if utf8.Valid(line) {
		return string(line)
	}
	if i := len(line); i == maxFeedLine && utf8.Valid(line[:i-utf8.UTFMax]) {
		return string(line[:i-utf8.UTFMax])
	}
	var b strings.Builder
	for _, c := range line {
		if 0x80 <= c && c < 0xa0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// windows1252 are the letters of that code page from 0x80 to 0x9f.
var windows1252 = [32]rune{
	'€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ',
	' ', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
}
