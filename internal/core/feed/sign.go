package feed

import (
	"strings"
	"sync"

	"midweek/internal/core/day"
)

// A sign is a phrase that counts in its place.
type sign struct {
	code  Code
	words string // as the feed writes them
	in    int    // its clause
	whole bool   // its clause says nothing else
	weak  bool   // it asks more than it says
}

// A reader of signs goes over one text.
type signer struct {
	text
	hits      []hit
	by        []Code // by token: the code of the phrase that it is part of, or ""
	occasions []int  // clauses that hold an occasion
	parts     []part // clauses, when they have been asked for
	looked    bool   // whether stranger is known
	stranger  bool   // something stands here that closes no day
}

// tree is grown when a feed is first read, not while the window is waited for.
var tree = sync.OnceValue(func() *node { return grow(phrases) })

var (
	anOccasion = set(occasions)
	aNeutral   = set(neutral)
	aCompound  = set(compound)
	aTalk      = set(talks)
	aSubject   = set(subjects)
)

// compound are words that make a thing of school out of what stands before
// them: no school bus, no class dues. Occasions do so as well.
const compound = `of cost age aged wide work supply psychologist counselor site resource nurse calendar activities sponsored pets cell
	phones smoking bullying drop pick related issued wear required based spirit loop speed improvement personnel property social
	council size sizes rank ring rings schedule changes change limit admission fishing debt dues campus psychologists crossing clothes colors`

// talks are occasions at which people speak of days that are not theirs: a
// board that votes on next year's closures.
const talks = `board committee council meeting meetings agenda vote votes voting hearing forum newsletter newsletters menu
	survey webinar session bulletin update message memo information proposal proposed draft budget interviews town hall junta reunion`

// subjects are what tests are of, and the other words of their names.
const subjects = `ela math reading writing science english social studies algebra biology geometry history language arts civics spanish
	window windows testing test tests exam exams`

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func newSigner(t text) *signer {
	s := &signer{text: t, hits: tree().find(t), by: make([]Code, len(t.tokens))}
	for _, h := range s.hits {
		for i := h.first; i < h.last; i++ {
			s.by[i] = h.code
		}
	}
	if s.between(0, len(t.tokens), Testing) {
		s.coverSubjects()
	}
	for i, tok := range t.tokens {
		if s.isOccasion(i) && (len(s.occasions) == 0 || s.occasions[len(s.occasions)-1] != tok.clause) {
			s.occasions = append(s.occasions, tok.clause)
		}
	}
	return s
}

// coverSubjects lets the subjects of tests be part of their name.
func (s *signer) coverSubjects() {
	for i, t := range s.tokens {
		if s.by[i] == "" && aSubject[t.word] {
			s.by[i] = Testing
		}
	}
}

func (s *signer) isOccasion(i int) bool {
	w := s.tokens[i].word
	return s.by[i] == Occasion || s.by[i] == "" && anOccasion[w] && !(aBecause[w] && s.word(i-1) == "in")
}

// occasion says whether a clause is about an occasion.
func (s *signer) occasion(clause int) bool {
	for _, c := range s.occasions {
		if c == clause {
			return true
		}
	}
	return false
}

// clause is the tokens of a hit's clause, from first up to last.
func (s *signer) clause(h hit) (first, last int) {
	first, last = h.first, h.last
	in := s.tokens[h.first].clause
	for first > 0 && s.tokens[first-1].clause == in {
		first--
	}
	for last < len(s.tokens) && s.tokens[last].clause == in {
		last++
	}
	return first, last
}

// known says whether a word changes nothing around a closure's name.
func (s *signer) known(i int) bool {
	w := s.tokens[i].word
	if s.by[i] != "" || isDigit(w[0]) {
		return s.by[i] != Occasion
	}
	return !anOccasion[w] && (aNeutral[w] || s.dated(i))
}

// head says whether what is named is the thing itself, and not only a part of
// the name of another: nothing unknown follows it in its clause.
func (s *signer) head(h hit) bool {
	_, last := s.clause(h)
	return s.bare(h.last, last)
}

// talked says whether the text is of an occasion at which days are spoken of.
func (s *signer) talked() bool {
	for i, t := range s.tokens {
		ours := (t.word == "meeting" || t.word == "meetings") && s.says(t.clause, StaffDay, RecordsDay, Conference)
		if s.by[i] == "" && aTalk[t.word] && !ours {
			return true
		}
	}
	return false
}

// says whether a clause holds a phrase of one of the codes.
func (s *signer) says(clause int, codes ...Code) bool {
	for i, t := range s.tokens {
		if t.clause == clause && is(s.by[i], codes...) {
			return true
		}
	}
	return false
}

// led says whether the words before a name leave it what it is: not before
// it, after it, or something for it.
func (s *signer) led(h hit) bool {
	first, _ := s.clause(h)
	unknown := false
	for i := first; i < h.first; i++ {
		switch w := s.tokens[i].word; {
		case unknown && (w == "for" || w == "to" || w == "of" || w == "with" || w == "in" || w == "about" || w == "on"):
			return false
		case !s.known(i):
			unknown = true
		}
	}
	return !s.leads(h, Before, Resumes, CalledOff)
}

// leads says whether a phrase of one of the codes stands before the hit in its
// clause.
func (s *signer) leads(h hit, codes ...Code) bool {
	first, _ := s.clause(h)
	return s.between(first, h.first, codes...)
}

// between says whether a phrase of one of the codes begins at a token from
// first up to last.
func (s *signer) between(first, last int, codes ...Code) bool {
	for _, other := range s.hits {
		if first <= other.first && other.first < last && is(other.code, codes...) {
			return true
		}
	}
	return false
}

func is(code Code, codes ...Code) bool {
	for _, c := range codes {
		if c == code {
			return true
		}
	}
	return false
}

// denied says whether the word before the hit takes it back: no early release.
func (s *signer) denied(h hit) bool {
	if h.first == 0 || s.tokens[h.first-1].clause != s.tokens[h.first].clause {
		return false
	}
	switch s.tokens[h.first-1].word {
	case "no", "not", "non", "sin", "without":
		return true
	}
	return false
}

// compounded says whether the next word makes another thing of the phrase: no
// school board meeting.
func (s *signer) compounded(h hit) bool {
	_, last := s.clause(h)
	if h.last == last {
		return false
	}
	return s.isOccasion(h.last) || s.by[h.last] == "" && aCompound[s.tokens[h.last].word]
}

// sign makes a sign of a hit.
func (s *signer) sign(h hit) sign {
	first, last := s.clause(h)
	return sign{
		code:  h.code,
		words: s.text.plain[s.tokens[h.first].start:s.tokens[h.last-1].end],
		in:    s.tokens[h.first].clause,
		whole: s.bare(first, h.first) && s.bare(h.last, last),
	}
}

// bare says whether no word from first up to last is unknown or an occasion.
func (s *signer) bare(first, last int) bool {
	for i := first; i < last; i++ {
		if !s.known(i) {
			return false
		}
	}
	return true
}

// weekday is the one day of the week that a text names outside its phrases.
func (s *signer) weekday() (day.Weekday, bool) {
	found, n := day.Weekday(0), 0
	for i, t := range s.tokens {
		if s.by[i] != "" {
			continue
		}
		if w, ok := weekdayNames[t.word]; ok {
			found = w
			n++
		}
	}
	return found, n == 1
}

var weekdayNames = map[string]day.Weekday{
	"monday": day.Monday, "tuesday": day.Tuesday, "wednesday": day.Wednesday, "thursday": day.Thursday, "friday": day.Friday,
	"saturday": day.Saturday, "sunday": day.Sunday,
	"mon": day.Monday, "tue": day.Tuesday, "tues": day.Tuesday, "wed": day.Wednesday, "thu": day.Thursday, "thur": day.Thursday,
	"thurs": day.Thursday, "fri": day.Friday, "sat": day.Saturday, "sun": day.Sunday,
	"lunes": day.Monday, "martes": day.Tuesday, "miercoles": day.Wednesday, "jueves": day.Thursday, "viernes": day.Friday,
}
