package app

import (
	"cmp"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// Owed is the screen of the ledger.
type Owed struct{ Desk *Desk }

// An OwedView is the ledger by service: every number opens to its lines, every
// line to its slot, its entry and the rule that answered.
type OwedView struct {
	Frame   Frame        `json:"frame"`
	Meaning string       `json:"meaning"` // missed, not made up, under the policy you chose
	Series  []OwedSeries `json:"series"`
}

// An OwedSeries is the ledger of one service.
type OwedSeries struct {
	ID       string      `json:"id"` // series and child: unique in the view
	Child    string      `json:"child"`
	Title    string      `json:"title"`
	Sheet    string      `json:"sheet"`   // agency, school, days
	Ended    string      `json:"ended"`   // that the sheet is over, and what stays on it; or empty
	Says     []SaysView  `json:"says"`    // what the plan says, the newest version first
	Plan     string      `json:"plan"`    // id of the plan whose answers count today
	Policy   string      `json:"policy"`  // name of the policy chosen
	Caution  string      `json:"caution"` // about the pack, or empty
	Source   string      `json:"source"`  // of the pack, or empty
	Opening  OwedOpening `json:"opening"`
	Sums     []Sum       `json:"sums"`
	Headline string      `json:"headline"` // 60 to 150 minutes left to make up: 3 sessions are not filled in
	Lines    []Line      `json:"lines"`
	// Unknown are the sessions not filled in, and Ends what is given and missed
	// at the most and at the least, as they turn out.
	Unknown  []Dated     `json:"unknown"`
	Ends     string      `json:"ends"`
	Groups   []OwedGroup `json:"groups"`
	Loose    []string    `json:"loose"` // make-up minutes that settle nothing so far, and why
	Warnings []string    `json:"warnings"`
	Fit      FitView     `json:"fit"`
	Summer   []string    `json:"summer"` // what is carried to summer
	NextYear string      `json:"nextYear"`
	// Claims are what the school says of the service, Held what the ledger would
	// be if it held, and HeldSums its numbers then. They are in no sum.
	Claims   []OwedClaim `json:"claims"`
	Held     string      `json:"held"`
	HeldSums []Sum       `json:"heldSums"`
}

// A Sum is one number of the ledger with the lines it is the sum of.
type Sum struct {
	Code    string `json:"code"` // brought, older, missed, made_up, open, ask, record, not_filled_in, carried, next_year
	Text    string `json:"text"`
	Minutes int    `json:"minutes"`
	Amount  string `json:"amount"`  // 60 min; 60 to 150 min where sessions not filled in may change it
	Depends bool   `json:"depends"` // on OwedSeries.Unknown
	Sign    string `json:"sign"`    // minus for what is taken away, else empty
	Strong  bool   `json:"strong"`  // a result
	Lines   []int  `json:"lines"`   // places in Lines
}

// A Line is minutes missed or short, why, and what becomes of them.
type Line struct {
	On      Day       `json:"on"`
	Minutes int       `json:"minutes"`
	Text    string    `json:"text"`   // therapist was out
	Answer  string    `json:"answer"` // yes, ask, no, none
	Words   string    `json:"words"`  // to make up
	Whose   string    `json:"whose"`  // this program's starting answers
	Open    int       `json:"open"`   // minutes not made up
	Paid    []Payment `json:"paid"`
	By      Day       `json:"by"` // to be made up by
	Overdue bool      `json:"overdue"`
	Slot    LineSlot  `json:"slot"`
	Entry   LineEntry `json:"entry"`
	Rule    LineRule  `json:"rule"`
}

// A Payment is minutes of a make-up that settle a line.
type Payment struct {
	On      Day    `json:"on"`
	Minutes int    `json:"minutes"`
	Text    string `json:"text"`
}

// A LineSlot is the planned session behind a line, or the period.
type LineSlot struct {
	Key  string `json:"key"`  // empty when it is a period
	Text string `json:"text"` // 30 minutes planned on Tuesday at 10:00 am; the calendar has school that day
	Says string `json:"says"` // promised then: 2 sessions of 30 minutes a week. Says so: page 14
	To   string `json:"to"`   // address of the day on the calendar; empty when it is a period
	// Days are the sessions of a period that were not given in full, or are not
	// filled in.
	Days []Dated `json:"days"`
}

// A LineEntry is the row of the log behind a line.
type LineEntry struct {
	Key  string `json:"key"`  // empty when there is none
	Text string `json:"text"` // Missed: therapist was out. Note: …
	Who  string `json:"who"`  // written by Mom on Tue Mar 11, 2025, 8:14 pm
}

// A LineRule is what answered.
type LineRule struct {
	Text     string `json:"text"`
	Source   string `json:"source"`
	Evidence string `json:"evidence"`
	Decision string `json:"decision"` // id of the team's decision that answered, or empty
	Quote    string `json:"quote"`    // the plan's own words, where they answered
	Page     string `json:"page"`     // Says so: page 12; of those words
	Agreed   string `json:"agreed"`   // who agreed and when: of a decision, of a change of the answers
	To       string `json:"to"`       // address of the answers of the plan
}

// A FitView says whether what is open can still be made up this school year.
type FitView struct {
	Text      string   `json:"text"`  // all 90 minutes fit before Jun 4 …
	Limit     string   `json:"limit"` // the limit that binds, or empty
	LastStart Day      `json:"lastStart"`
	Plan      []string `json:"plan"`
}

func (v *OwedView) frame() *Frame { return &v.Frame }

// View shows the ledger of a child, or of all.
func (o *Owed) View(child string) (*OwedView, error) { return look(o.Desk, child, drawOwed) }

// Undo takes back the latest deed.
func (o *Owed) Undo(child string) (*OwedView, error) { return undo(o.Desk, child, drawOwed) }

// Redo does again what was taken back.
func (o *Owed) Redo(child string) (*OwedView, error) { return redo(o.Desk, child, drawOwed) }

func drawOwed(s *sheet) (*OwedView, error) {
	v := &OwedView{Frame: s.frame(), Meaning: s.meaning(), Series: []OwedSeries{}}
	var held *ledger.Ledger // if the school's claims held
	for _, series := range s.Of(s.child) {
		drawn, err := s.owedSeries(series)
		if err != nil {
			return nil, err
		}
		if err = s.claimsOf(&drawn, series, &held); err != nil {
			return nil, err
		}
		v.Series = append(v.Series, drawn)
	}
	return v, nil
}

func (s *sheet) owedSeries(series *ledger.Series) (OwedSeries, error) {
	version := series.VersionOn(s.Today)
	lines, r := series.Lines(), series.Range()
	v := OwedSeries{
		ID: seriesID(series), Child: s.named(series.ChildID), Title: s.title(version),
		Sheet: s.sheetHead(series), Ended: s.ended(series), Says: says(series, s.Today), Plan: version.Plan.ID, Policy: policyName(version.PolicyOn(s.Today)),
		Headline: headline(r), Opening: opening(series), Sums: sums(series, r, lines), Lines: []Line{}, Unknown: unfilled(series), Ends: ends(r), Groups: inGroups(series),
		Loose: []string{}, Warnings: []string{}, Summer: []string{},
	}
	if pack := policy.Find(version.PolicyOn(s.Today).Pack); pack != nil {
		v.Caution, v.Source = words.PackStatus(pack.Status), words.Put("owed.researched", "day", researched())
	}
	for i := range lines {
		v.Lines = append(v.Lines, s.line(&lines[i]))
	}
	for _, p := range series.Unapplied {
		v.Loose = append(v.Loose, words.Put("owed.loose", "day", words.Day(p.Date), "minutes", words.Several("minute", p.Minutes), "why", say.Capital(words.Why(p.Why))))
	}
	for _, w := range series.Warnings {
		v.Warnings = append(v.Warnings, words.Warning(w))
	}
	v.summer(series)
	var err error
	v.Fit, err = s.fit(series)
	return v, err
}

// researched is the day on which the packs' sources were last seen.
func researched() string {
	seen, err := day.Parse(policy.Researched())
	if err != nil {
		return policy.Researched()
	}
	return words.Day(seen)
}

func page(service *iep.Service) string {
	if service.Page == "" {
		return ""
	}
	return words.Put("owed.page", "page", string(service.Page))
}

// sums are the numbers of a series, each with the lines it is the sum of. Where
// sessions not filled in may change a number, it is a range.
func sums(series *ledger.Series, r ledger.Range, lines []ledger.Line) []Sum {
	p := part{series.Opening()}
	open := func(l *ledger.Line) bool { return l.ToMakeUp() && l.Obligation.Open > 0 }
	none := func(*ledger.Line) bool { return false }
	shown := []Sum{}
	for _, each := range []struct {
		Sum
		number func(*ledger.Series) int
		lines  func(*ledger.Line) bool
	}{
		{Sum{Code: "brought"}, func(s *ledger.Series) int { return since(s).Brought }, p.brought},
		{Sum{Code: "older"}, func(s *ledger.Series) int { return since(s).Older }, p.older},
		{Sum{Code: "missed"}, func(s *ledger.Series) int { return since(s).Missed }, p.missed},
		{Sum{Code: "made_up", Sign: "minus"}, func(s *ledger.Series) int { return since(s).MadeUp }, p.madeUp},
		{Sum{Code: "open", Strong: true}, openOwed, open},
		{Sum{Code: "ask"}, toAsk, (*ledger.Line).Asked},
		{Sum{Code: "record"}, (*ledger.Series).ForTheRecord, (*ledger.Line).ForTheRecord},
		{Sum{Code: "banked"}, banked, none},
		{Sum{Code: "loose"}, loose, none},
	} {
		low, high := r.Of(each.number)
		if high > 0 || slices.Contains(always, each.Code) {
			sum := each.Sum
			sum.Text, sum.Minutes, sum.Lines = words.Put("sum."+p.word(sum.Code)), each.number(series), places(lines, each.lines)
			sum.Amount, sum.Depends = words.Between("min", low, high), low < high
			shown = append(shown, sum)
		}
	}
	return shown
}

// always are the sums that are shown also where they are zero.
var always = []string{"missed", "made_up", "open"}

func places(lines []ledger.Line, of func(*ledger.Line) bool) []int {
	list := []int{}
	for i := range lines {
		if of(&lines[i]) {
			list = append(list, i)
		}
	}
	return list
}

func (s *sheet) line(l *ledger.Line) Line {
	v := Line{
		On: aboutDay(l.Date, rowOf(l.Slot)), Minutes: l.Minutes, Text: say.Capital(words.Line(l)), Answer: string(l.Verdict.Answer), Words: words.Answer(l.Verdict.Answer),
		Paid: []Payment{}, Rule: rule(l.Verdict, l.Version.Plan.Kind),
	}
	var team *iep.Decision
	if l.Slot != nil {
		team = l.Slot.Team
		v.Slot = LineSlot{Key: binder.Key(l.Slot), Text: s.slotWords(l.Slot), To: dayHref(s.label(l.Version.Plan.ChildID, l.Date), l.Date), Days: []Dated{}}
		v.Entry = s.lineEntry(l.Slot)
	} else {
		v.Slot = LineSlot{Text: periodWords(l.Obligation), Days: s.daysShort(l)}
	}
	v.Slot.Says = promisedThen(l.Version.Service)
	s.answeredBy(&v.Rule, l, team)
	v.Whose = whose(l.Verdict, l.Version.PolicyOn(l.Date), team)
	if state := words.LineState(l); state != "" {
		v.Whose += "; " + state
	}
	if l.ExplainsNothing() {
		v.Answer, v.Words = "none", words.NoPart()
	}
	s.obligation(&v, l.Obligation)
	return v
}

// rowOf is the row of the log of a slot, or nil.
func rowOf(slot *ledger.Slot) *iep.Session {
	if slot == nil {
		return nil
	}
	return slot.Session
}

func (s *sheet) obligation(v *Line, o *ledger.Obligation) {
	if o == nil {
		return
	}
	v.Open, v.By, v.Overdue = o.Open, dayOf(o.Deadline), o.Overdue
	for _, p := range o.Paid {
		row := s.Row(p.SessionID)
		v.Paid = append(v.Paid, Payment{aboutDay(p.Date, row), p.Minutes,
			words.Put("owed.paid", "minutes", words.Several("minute", p.Minutes), "day", about(p.Date, row))})
	}
}

// slotWords say what was planned, and what kind of day it was.
func (s *sheet) slotWords(slot *ledger.Slot) string {
	at := words.Clock(slot.Schedule.StartTime)
	code := "owed.slot"
	if at == "" {
		code = "owed.slot_no_time"
	}
	text := words.Put(code, "minutes", words.Several("minute", slot.Schedule.Minutes), "day", words.Day(slot.Date), "time", at,
		"status", words.Put("status.day."+slot.Status.String()))
	if who := s.givers(slot.Version, slot.Date); who != "" {
		text += " " + words.Put("owed.giver", "who", who)
	}
	return text
}

// promisedThen is the promise of the version that a line stands under, and
// where the plan says so.
func promisedThen(service *iep.Service) string {
	text := words.Put("owed.promised_then", "promise", words.Promised(service))
	if at := page(service); at != "" {
		text += " " + at + "."
	}
	return text
}

func periodWords(o *ledger.Obligation) string {
	p := o.Period
	if p == nil {
		return agreedText(o.Agreed)
	}
	return words.Put("owed.period", "span", words.Span(p.Span), "required", words.Several("minute", p.Required),
		"given", words.Several("minute", p.Delivered+p.Extra))
}

func (s *sheet) lineEntry(slot *ledger.Slot) LineEntry {
	row := slot.Session
	if row == nil {
		return LineEntry{Text: words.Put("owed.no_entry")}
	}
	e := LineEntry{Key: binder.Key(slot), Text: outcomeText(row)}
	if row.Note != "" {
		e.Text += ". " + row.Note
	}
	if entry := s.entryOf(row.ID); entry != nil {
		code := "owed.written"
		if entry.Last == entry.First && s.imported(entry) {
			code = "owed.brought"
		}
		e.Who = words.Put(code, "author", entry.Last.Author, "at", instant(entry.Last.At))
		if late := later(s.written(row)); late != "" {
			e.Who += "; " + late
		}
	}
	return e
}

// whose says whose answer it is, by the name of the pack.
func whose(v policy.Verdict, p *policy.Policy, team *iep.Decision) string {
	pack := policy.Find(v.Pack)
	if pack == nil {
		return words.Verdict(v, p, team)
	}
	return words.Since(words.Put("whose."+string(v.Layer), "pack", pack.Name, "named", policyName(p)), v)
}

// rule is what answered, with its source and how well that was seen, as far as
// that may be quoted to a plan of a kind.
func rule(v policy.Verdict, kind iep.PlanKind) LineRule {
	r := LineRule{Text: words.Put("rule." + string(v.Layer))}
	if v.Rule == nil {
		return r
	}
	note, sources, evidence := v.Rule.Told(kind)
	r.Text = cmp.Or(note, r.Text)
	if evidence != "" {
		r.Evidence = words.Evidence(evidence)
	}
	var titles []string
	for _, source := range sources {
		titles = append(titles, source.Title)
	}
	r.Source = words.And(titles)
	return r
}

func (v *OwedSeries) summer(series *ledger.Series) {
	for _, w := range series.Summer {
		if w.Carried > 0 {
			v.Summer = append(v.Summer, words.Put("owed.summer", "minutes", words.Several("minute", w.Carried),
				"span", words.Span(w.ESY.Span), "free", words.Number(w.CapacityLeft)))
		}
	}
	if n := series.Summary.Remainder; n > 0 {
		v.NextYear = words.Put("owed.next_year", "minutes", words.Several("minute", n))
	}
}

// fit says what can still be made up before the last day of school.
func (s *sheet) fit(series *ledger.Series) (FitView, error) {
	f, err := fit.For(series, s.Today, fit.Limits{})
	if r := refusal.From(err); r != nil {
		return FitView{Text: say.Capital(words.Refusal(r)), Plan: []string{}}, nil
	}
	if err != nil {
		return FitView{}, err
	}
	v := FitView{Plan: []string{}, LastStart: dayOf(f.LastStart), Text: fitText(f)}
	if f.Leftover > 0 {
		v.Limit = words.Binding(f.Binding)
	}
	for i := 0; i < len(f.Plan); {
		on, minutes := f.Plan[i].Date, 0
		for ; i < len(f.Plan) && f.Plan[i].Date == on; i++ {
			minutes += f.Plan[i].Minutes
		}
		v.Plan = append(v.Plan, words.Put("fit.session", "day", words.Day(on), "minutes", words.Several("minute", minutes)))
	}
	return v, nil
}

func fitText(f *fit.Fit) string {
	code := "fit.all"
	switch {
	case f.Open == 0:
		code = "fit.nothing"
	case f.Until.First == day.None:
		code = "fit.no_year"
	case f.Leftover > 0:
		code = "fit.part"
	}
	return words.Put(code, "open", words.Several("minute", f.Open), "fits", words.Several("minute", f.Fits), "left", words.Several("minute", f.Leftover),
		"last", words.Day(f.Until.Last), "length", words.Several("minute", f.Limits.Minutes), "week", words.Several("session", f.Limits.PerWeek))
}
