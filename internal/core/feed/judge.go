package feed

import "midweek/internal/core/calendar"

// What no phrase says by itself.
const (
	OnWeekend    Code = "on_weekend"    // a closure on a weekend by itself
	SomeGrades   Code = "some_grades"   // only for some grades or one school
	ManyDays     Code = "many_days"     // the event takes several school days
	TooLong      Code = "too_long"      // the event takes longer than any break
	InText       Code = "in_text"       // the description says it, not the title
	Differs      Code = "differs"       // times differ by grade
	Removed      Code = "removed"       // the feed itself has cancelled it
	Nothing      Code = "nothing"       // no words speak of school days
	Pasted       Code = "pasted"        // a person pasted the day as a closure
	WrongWeekday Code = "wrong_weekday" // the weekday that is written is not the date's
)

// How sure a reading is, 0 to 100.
const (
	certain = 95
	likely  = 80
	fair    = 65
	unsure  = 40
)

// longestBreak is how many days a closure within a school year may take.
const longestBreak = 24

// reader reads the events of one feed.
type reader struct {
	level calendar.Level
	mixed bool // some events say beside their titles that they are for one level
	texts map[string]*signer
}

func (r *reader) signer(raw string) *signer {
	if s, ok := r.texts[raw]; ok {
		return s
	}
	s := newSigner(newText(raw))
	r.texts[raw] = s
	return s
}

// A finding is an event with what its words say.
type finding struct {
	*Event
	title, body *signer
	signs       []sign // of the title
	told        []sign // of the description
	scope       scope
	score       int
	reasons     []Reason
	certainty   int
}

// read reads one event.
func (r *reader) read(e *Event) Reading {
	f := &finding{Event: e, title: r.signer(e.Title), body: r.signer(e.Description), certainty: certain}
	f.signs = titleSigns(f.title, e)
	if len(f.title.occasions) == 0 && !evening(e) {
		f.told = bodySigns(f.body, e)
	}
	f.scope = scopeOf(f.title)
	if r.mixed && f.scope.grades == 0 {
		f.scope = beside(e)
	}
	f.weigh()
	reading := Reading{Span: e.Span, Title: shown(f.title.plain), Line: e.Line, Verdict: f.verdict(),
		Source: calendar.FromFeed}
	f.forWhom(&reading, r.level)
	if reading.Verdict == IsPartial {
		f.times(&reading, r.level)
	}
	if reading.Verdict == IsClosed || reading.Verdict == IsAsk || reading.Verdict == GivenBack {
		reading.Kind = f.kind()
	}
	if len(f.reasons) == 0 {
		f.passedOver()
	}
	reading.Because, reading.Certainty = f.reasons, f.certainty
	return reading
}

func (f *finding) because(code Code, words string) {
	for _, r := range f.reasons {
		if r.Code == code {
			return
		}
	}
	f.reasons = append(f.reasons, Reason{code, words})
}

// passedOver says why an event is nothing to us.
func (f *finding) passedOver() {
	for i := range f.title.tokens {
		if f.title.isOccasion(i) {
			f.because(Occasion, f.title.text.plain[f.title.tokens[i].start:f.title.tokens[i].end])
			return
		}
	}
	for _, h := range f.title.hits {
		if is(h.code, Resumes, Before, Borders) {
			f.because(h.code, f.title.sign(h).words)
			return
		}
	}
	f.because(Nothing, "")
}

// first is the first sign of one of the codes in a list, or nil.
func first(signs []sign, codes ...Code) *sign {
	for i := range signs {
		if is(signs[i].code, codes...) {
			return &signs[i]
		}
	}
	return nil
}

// claim is a sign of the title, or else of the description, with its reason.
func (f *finding) claim(codes ...Code) bool {
	if s := first(f.signs, codes...); s != nil {
		f.because(s.code, s.words)
		return true
	}
	if s := first(f.told, codes...); s != nil {
		f.because(s.code, s.words)
		f.because(InText, "")
		f.certainty = min(f.certainty, likely)
		return true
	}
	return false
}

// states says whether the title itself states that there is no school.
func (f *finding) states() bool {
	for _, s := range f.signs {
		if is(s.code, NoSchool, Closed) && !s.weak {
			return true
		}
	}
	return false
}

// verdict decides. What comes first wins: a feed's own cancelling, a lost day
// made up, remote days, school in session, then a closed day, a short one,
// tests, and what is left to ask.
func (f *finding) verdict() Verdict {
	switch {
	case f.Cancelled:
		f.because(Removed, "")
		return IsIgnored
	case first(f.signs, CalledOff) != nil:
		return f.calledOff()
	case first(f.signs, MakeUp) != nil:
		return f.madeUp()
	case f.claim(Remote):
		f.certainty = fair
		return IsAsk
	case first(f.signs, InSession) != nil || f.score < 2*enough && first(f.told, InSession) != nil && !f.states():
		return f.session()
	case f.score >= enough:
		return f.closes()
	case f.shortens():
		return f.doubted(IsPartial)
	case first(f.signs, NoSchool, Closed) == nil && f.tests():
		f.certainty = min(f.certainty, likely)
		return IsTesting
	case f.score >= some:
		f.weighed()
		f.certainty = unsure + 5*(f.score-some)
		return IsAsk
	}
	if len(f.title.hits) > 0 {
		f.certainty = likely
	}
	return IsIgnored
}

// calledOff decides of an event whose title says that it is called off: a
// closed day that is may be a school day again.
func (f *finding) calledOff() Verdict {
	f.claim(CalledOff)
	f.certainty = fair
	if f.states() {
		f.weighed()
		f.certainty = unsure
		return IsAsk
	}
	return IsIgnored
}

// madeUp decides of a make-up day: a school day again when it says so, closed
// until it is needed when it says that, and else a question.
func (f *finding) madeUp() Verdict {
	f.claim(MakeUp)
	switch {
	case (f.states() || firm(f.signs, StudentsOff) != nil) && first(f.signs, InSession) == nil:
		f.claim(NoSchool, Closed, StudentsOff)
		f.claim(Maybe)
		f.certainty = fair
		return IsClosed
	case first(f.signs, Maybe) == nil && f.claim(InSession):
		f.certainty = likely
		return GivenBack
	}
	f.claim(Maybe)
	f.certainty = unsure
	return IsAsk
}

// session decides of a day on which school is in session, by its words. A
// short day is one all the same, and what says both is a question.
func (f *finding) session() Verdict {
	if f.states() {
		f.weighed()
		f.claim(InSession)
		f.certainty = unsure
		return IsAsk
	}
	if first(f.signs, Early, Late) != nil {
		return f.doubtedPartial()
	}
	f.claim(InSession)
	if f.score >= some {
		f.weighed()
	}
	f.certainty = likely
	return IsIgnored
}

// closes decides of a day that looks closed.
func (f *finding) closes() Verdict {
	short := first(f.signs, Early, Late)
	switch {
	case short != nil && !f.states():
		return f.doubtedPartial()
	case short != nil && first(f.signs, StaffDay, RecordsDay, Conference) == nil:
		f.weighed()
		f.claim(Early, Late)
		f.certainty = unsure
		return IsAsk
	}
	f.weighed()
	f.certainty = min(f.certainty, min(certain, 45+5*f.score))
	if f.Days() > longestBreak {
		f.because(TooLong, "")
		f.certainty = unsure
		return IsAsk
	}
	if len(f.title.occasions) > 0 {
		f.certainty = min(f.certainty, fair)
	}
	return f.doubted(IsClosed)
}

// doubtedPartial is a short day by its title.
func (f *finding) doubtedPartial() Verdict {
	f.shortens()
	return f.doubted(IsPartial)
}

// shortens says whether school begins late or ends early.
func (f *finding) shortens() bool {
	if s := first(f.told, Early, Late); s != nil && s.weak && f.score < some && first(f.signs, Early, Late) == nil {
		return false
	}
	return f.claim(Early, Late)
}

// tests says whether the title or a category tells of tests.
func (f *finding) tests() bool {
	if f.claim(Testing) {
		return true
	}
	if len(f.title.occasions) > 0 || evening(f.Event) {
		return false
	}
	for _, c := range f.Categories {
		s := newSigner(newText(c))
		if sg := first(titleSigns(s, f.Event), Testing); sg != nil {
			f.because(Testing, sg.words)
			return true
		}
	}
	return false
}

// doubted turns a verdict into a question where the title says perhaps.
func (f *finding) doubted(v Verdict) Verdict {
	if first(f.signs, Maybe) != nil {
		f.claim(Maybe)
		f.certainty = unsure
		return IsAsk
	}
	return v
}

// forWhom turns a reading for some grades into a question, or drops it where
// it is not for the child's.
func (f *finding) forWhom(r *Reading, level calendar.Level) {
	if r.Verdict != IsClosed && r.Verdict != IsPartial && r.Verdict != IsAsk {
		return
	}
	if several(f.title.moments(first(f.signs, Late) != nil)) {
		return
	}
	switch f.scope.of(level) {
	case passes:
		f.because(SomeGrades, "")
		f.certainty = min(f.certainty, likely)
		r.Verdict = IsIgnored
	case unknown:
		f.because(SomeGrades, "")
		f.certainty = min(f.certainty, unsure)
		r.Verdict = IsAsk
	}
}

// times finds when a short day begins or ends.
func (f *finding) times(r *Reading, level calendar.Level) {
	late := first(f.signs, Late) != nil || first(f.signs, Early) == nil && first(f.told, Late) != nil
	at, differ := f.title.timeIn(late, level)
	if !at.Known() && !differ {
		at, differ = f.body.timeIn(late, level)
	}
	if !at.Known() && !differ && first(f.signs, Early, Late) != nil {
		at = eventTime(f.Event, late)
	}
	if differ {
		f.because(Differs, "")
		f.certainty = min(f.certainty, fair)
	}
	if !at.Known() {
		f.certainty = min(f.certainty, likely)
	}
	if late {
		r.From = at
	} else {
		r.Until = at
	}
}

// shown is a title as it is shown: one line.
func shown(plain string) string {
	out := make([]rune, 0, len(plain))
	for _, r := range plain {
		if r < ' ' || r == '\u00a0' {
			r = ' '
		}
		if r == ' ' && (len(out) == 0 || out[len(out)-1] == ' ') {
			continue
		}
		out = append(out, r)
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return string(out)
}
