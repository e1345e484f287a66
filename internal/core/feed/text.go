package feed

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostText is how many bytes of one text are read: what decides stands at the
// start of it, and a text may be as long as a file.
const mostText = 1500

// A token is a word as the rules know it: lower case, without accents and
// apostrophes. Clauses are counted from 0 in each text.
type token struct {
	word       string
	clause     int
	start, end int // in the plain text, in bytes
}

// A text is a title or a description, ready for the rules.
type text struct {
	plain      string // without tags and entities
	tokens     []token
	questions  map[int]bool // clauses that end with a question mark
	quotes     map[int]bool // clauses in quotation marks
	quotesPart bool         // others are not in quotation marks
}

// newText reads a text that may hold HTML. What stands behind mostText bytes
// is not looked at.
func newText(raw string) text {
	if len(raw) > mostText {
		raw = strings.ToValidUTF8(raw[:mostText], "")
	}
	return tokens(plainText(raw))
}

// plainText takes tags and entities out. Feeds escape both twice at times.
func plainText(raw string) string {
	if strings.ContainsRune(raw, '<') {
		raw = withoutTags(raw)
	}
	if strings.ContainsRune(raw, '&') {
		raw = html.UnescapeString(html.UnescapeString(raw))
		raw = withoutTags(raw)
	}
	return raw
}

// withoutTags turns a tag that ends a line into the end of one, and drops all
// others.
func withoutTags(raw string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(raw, '<')
		if open < 0 || open+1 == len(raw) {
			b.WriteString(raw)
			return b.String()
		}
		b.WriteString(raw[:open])
		end := strings.IndexByte(raw[open:], '>')
		if c := raw[open+1]; end < 0 || c != '/' && c != '!' && (c|0x20 < 'a' || c|0x20 > 'z') {
			b.WriteByte('<')
			raw = raw[open+1:]
			continue
		}
		b.WriteString(instead(raw[open+1 : open+end]))
		raw = raw[open+end+1:]
	}
}

// instead is what stands where a tag stood.
func instead(tag string) string {
	name := strings.ToLower(strings.TrimLeft(tag, "/"))
	if i := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		name = name[:i]
	}
	switch name {
	case "b", "i", "u", "a", "em", "span", "strong", "font", "sup", "sub", "o", "small":
		return ""
	}
	return "\n"
}

// A splitter cuts a plain text into tokens.
type splitter struct {
	text
	clause int
	quoted bool
}

func tokens(plain string) text {
	s := splitter{text: text{plain: plain, tokens: make([]token, 0, len(plain)/6+1)}}
	for at := 0; at < len(plain); {
		r, size := utf8.DecodeRuneInString(plain[at:])
		switch {
		case unicode.IsDigit(r):
			at = s.number(at)
		case unicode.IsLetter(r):
			at = s.letters(at)
		default:
			s.between(r, at, at+size)
			at += size
		}
	}
	return s.text
}

func (s *splitter) add(word string, start, end int) {
	if long, ok := abbreviations[word]; ok {
		word = long
	}
	s.tokens = append(s.tokens, token{word, s.clause, start, end})
	if s.quoted {
		flag(&s.quotes, s.clause)
	} else {
		s.quotesPart = true
	}
}

// flag adds a clause to a set that may not be there yet.
func flag(clauses *map[int]bool, clause int) {
	if *clauses == nil {
		*clauses = map[int]bool{}
	}
	(*clauses)[clause] = true
}

// breakHere begins a clause, unless nothing stands in this one.
func (s *splitter) breakHere() {
	if n := len(s.tokens); n > 0 && s.tokens[n-1].clause == s.clause {
		s.clause++
	}
}

// number takes digits, or a time such as 12:30.
func (s *splitter) number(at int) int {
	end := at
	for end < len(s.plain) && isDigit(s.plain[end]) {
		end++
	}
	if end == at { // digits of another script
		_, size := utf8.DecodeRuneInString(s.plain[at:])
		return at + size
	}
	if end+2 < len(s.plain) && (s.plain[end] == ':' || s.plain[end] == '.') && isDigit(s.plain[end+1]) &&
		isDigit(s.plain[end+2]) {
		end += 3
	}
	if strings.HasPrefix(s.plain[at:], "1/2") {
		s.add("half", at, at+3)
		return at + 3
	}
	s.add(strings.Replace(s.plain[at:end], ".", ":", 1), at, end)
	return end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// letters takes a word: apostrophes inside it are dropped, and the points of
// a.m. and p.m.
func (s *splitter) letters(at int) int {
	end := at
	for end < len(s.plain) && isLatin(s.plain[end]) {
		end++
	}
	if end == len(s.plain) || s.plain[end] < utf8.RuneSelf && strings.IndexByte("'`.", s.plain[end]) < 0 {
		s.add(strings.ToLower(s.plain[at:end]), at, end)
		return end
	}
	return s.accented(at)
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// accented takes a word with accents, apostrophes or points.
func (s *splitter) accented(at int) int {
	var b strings.Builder
	end := at
	for end < len(s.plain) {
		r, size := utf8.DecodeRuneInString(s.plain[end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !s.inside(r, end, size, b.Len()) {
			break
		}
		b.WriteString(folded(r))
		end += size
	}
	s.add(b.String(), at, end)
	return end
}

// inside says whether an apostrophe or a point belongs to the word around it.
func (s *splitter) inside(r rune, at, size, before int) bool {
	next, _ := utf8.DecodeRuneInString(s.plain[at+size:])
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ':
		return unicode.IsLetter(next)
	case '.':
		after, _ := utf8.DecodeRuneInString(s.plain[min(at+size+utf8.RuneLen(max(next, 0)), len(s.plain)):])
		return before == 1 && unicode.IsLetter(next) && !unicode.IsLetter(after)
	}
	return r == '\u200b' || r == '\u00ad'
}

// between takes what stands between words: most of it ends a clause.
func (s *splitter) between(r rune, at, end int) {
	switch r {
	case '½':
		s.add("half", at, end)
	case '/', '&', '+':
		if n := len(s.tokens); n > 0 && !isDigit(s.tokens[n-1].word[0]) {
			s.add("and", at, end)
		}
	case '@':
		s.add("at", at, end)
	case '-', '‐', '‑', '–', '−':
		s.dash(r, at, end)
	case '.':
		if !s.abbreviated() && (end == len(s.plain) || s.plain[end] <= ' ') {
			s.breakHere()
		}
	case '"', '“', '”', '„', '«', '»':
		s.breakHere()
		s.quoted = r == '“' || r == '„' || r == '«' || r == '"' && !s.quoted
	case '?':
		if n := len(s.tokens); n > 0 {
			flag(&s.questions, s.tokens[n-1].clause)
		}
		s.breakHere()
	case ':', ';', '|', '(', ')', '[', ']', '{', '}', '!', ',', '—', '―', '~', '*', '•', '·', '\n', '>', '<', '=', '…':
		s.breakHere()
	}
}

// abbreviated says whether the point behind the last word belongs to it.
func (s *splitter) abbreviated() bool {
	if len(s.tokens) == 0 {
		return false
	}
	last := s.tokens[len(s.tokens)-1]
	_, month := monthNames[last.word]
	_, short := abbreviations[strings.ToLower(s.plain[last.start:last.end])]
	switch last.word {
	case "gr", "jr", "dr", "st", "mr", "mrs", "sr", "sp", "spr", "elem":
		return true
	}
	return month || short || last.end-last.start == 1 && !isDigit(last.word[0])
}

// dash joins a range of grades (K-5, 9–12), stands inside a word (make-up), or
// ends a clause.
func (s *splitter) dash(r rune, at, end int) {
	tight := at > 0 && end < len(s.plain) && s.plain[at-1] > ' ' && s.plain[end] > ' '
	switch {
	case tight && s.ranges(end):
		s.add("to", at, end)
	case !tight && s.graded(end):
		s.add("to", at, end)
	case !tight || r == '–' || r == '−':
		s.breakHere()
	}
}

// graded says whether the dash stands apart between grades: grades K - 12.
func (s *splitter) graded(end int) bool {
	n := len(s.tokens)
	for end < len(s.plain) && s.plain[end] == ' ' {
		end++
	}
	if n == 0 || end == len(s.plain) || !s.ranges(end) {
		return false
	}
	return !isDigit(s.tokens[n-1].word[0]) || n > 1 && is(Code(s.tokens[n-2].word), "grades", "grade", "gr")
}

// ranges says whether the last token and what follows are ends of a range.
func (s *splitter) ranges(end int) bool {
	n := len(s.tokens)
	if n == 0 || !isDigit(s.plain[end]) {
		return false
	}
	switch last := s.tokens[n-1].word; last {
	case "k", "p", "pk", "tk", "prek", "ek", "kindergarten":
		return true
	default:
		return isDigit(last[0])
	}
}

// folded is a letter in lower case, without its accent.
func folded(r rune) string {
	switch r = unicode.ToLower(r); r {
	case 'á', 'à', 'â', 'ä', 'ã', 'å', 'ā':
		return "a"
	case 'é', 'è', 'ê', 'ë', 'ē':
		return "e"
	case 'í', 'ì', 'î', 'ï', 'ī':
		return "i"
	case 'ó', 'ò', 'ô', 'ö', 'õ', 'ō':
		return "o"
	case 'ú', 'ù', 'û', 'ü', 'ū':
		return "u"
	case 'ñ':
		return "n"
	case 'ç':
		return "c"
	case '\'', '’', '‘', '`', '´', 'ʼ', '.', '\u200b', '\u00ad':
		return ""
	}
	if unicode.Is(unicode.Mn, r) {
		return ""
	}
	return string(r)
}
