package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// Rule is the screen of whose rule it is: under which answers the minutes of a
// plan are counted, what the plan itself says, and what the team answered.
type Rule struct{ Desk *Desk }

// A RuleQuery says what the screen shows.
type RuleQuery struct {
	Child string `json:"child"`
	Plan  string `json:"plan"` // empty, or not there: the plan in force today, or else the last
}

// A RuleView is that screen, of one plan.
type RuleView struct {
	Frame     Frame          `json:"frame"`
	Lead      string         `json:"lead"`
	Plans     []Choice       `json:"plans"`  // to look at
	Plan      string         `json:"plan"`   // id of the one shown; empty when there is none
	Policy    string         `json:"policy"` // id of its answers; empty while nobody wrote any
	Kind      string         `json:"kind"`   // IEP, 504, private
	Phases    []RulePhase    `json:"phases"`
	Questions []RuleQuestion `json:"questions"`
	Judged    []Choice       `json:"judged"` // how the minutes can be judged
	Sets      []RuleSet      `json:"sets"`   // to choose from
	Clause    ClauseView     `json:"clause"`
	Asks      []AskGroup     `json:"asks"`
	Whole     string         `json:"whole"` // minutes to ask about that no session is behind, or empty
	Decided   []DecisionRow  `json:"decided"`
	Papers    int            `json:"papers"` // attachments of the plan
}

// A RulePhase is what answers from a day on; the first is from the beginning.
type RulePhase struct {
	Form    RuleForm `json:"form"`
	From    string   `json:"from"`    // From Mon Mar 3, 2025
	Now     bool     `json:"now"`     // it answers for what is missed today
	Says    []string `json:"says"`    // what it answers otherwise than the phase before, or than its set
	Caution string   `json:"caution"` // about the set of answers, or empty
	Source  string   `json:"source"`  // when the set's sources were last seen, or empty
}

// A RuleQuestion is a reason as a question, with the answer of today.
type RuleQuestion struct {
	Reason   string `json:"reason"`
	Text     string `json:"text"`
	Answer   string `json:"answer"` // yes, ask, no
	Words    string `json:"words"`
	Whose    string `json:"whose"` // who says so
	Note     string `json:"note"`
	Source   string `json:"source"`
	Evidence string `json:"evidence"`
	Seen     string `json:"seen"` // when the source was last seen, or empty
	ByWhen   string `json:"byWhen"`
	Document string `json:"document"` // what is worth writing down
	Rests    string `json:"rests"`    // how much of the ledger rests on it, or empty
}

// A RuleSet is a set of answers to choose.
type RuleSet struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Caution string      `json:"caution"`
	Note    string      `json:"note"`
	Paste   []string    `json:"paste"`   // what is to be filled in from a current copy
	Answers []SetAnswer `json:"answers"` // one for each of RuleView.Questions
}

// A SetAnswer is yes, ask or no, and whether the set itself says so.
type SetAnswer struct {
	Code string `json:"code"`
	Own  bool   `json:"own"` // false: the set says nothing, and the starting answers stand in
}

func (v *RuleView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (r *Rule) View(query RuleQuery) (*RuleView, error) {
	return look(r.Desk, query.Child, query.draw)
}

// Save writes answers, from the beginning or from a day on.
func (r *Rule) Save(query RuleQuery, form RuleForm) (*RuleView, error) {
	return r.change(query, func(room *open.Room) error {
		answers, err := typed(form).answers()
		if err != nil {
			return err
		}
		return room.SaveAnswers(query.Plan, answers, "")
	})
}

// RemoveChange takes back what is answered otherwise from a day on.
func (r *Rule) RemoveChange(query RuleQuery, from string) (*RuleView, error) {
	return r.change(query, func(room *open.Room) error {
		on, err := neededDay("from", from)
		if err != nil {
			return err
		}
		return room.RemoveChange(query.Plan, on, "")
	})
}

// SaveClause writes what the plan itself says of missed sessions; a form that
// says nothing takes it out.
func (r *Rule) SaveClause(query RuleQuery, form ClauseForm) (*RuleView, error) {
	return r.change(query, func(room *open.Room) error { return room.SaveClause(query.Plan, typed(form).clause(), "") })
}

// Decide writes the team's answer to sessions, by their keys.
func (r *Rule) Decide(query RuleQuery, form DecisionForm) (*RuleView, error) {
	return r.change(query, func(room *open.Room) error {
		decision, err := typed(form).decision()
		if err != nil {
			return err
		}
		return room.Decide(form.Keys, decision)
	})
}

// Withdraw takes back an answer of the team that was written down by mistake.
func (r *Rule) Withdraw(query RuleQuery, decision string) (*RuleView, error) {
	return r.change(query, func(room *open.Room) error { return room.WithdrawDecision(decision) })
}

// Undo takes back the latest deed.
func (r *Rule) Undo(query RuleQuery) (*RuleView, error) { return undo(r.Desk, query.Child, query.draw) }

// Redo does again what was taken back.
func (r *Rule) Redo(query RuleQuery) (*RuleView, error) { return redo(r.Desk, query.Child, query.draw) }

func (r *Rule) change(query RuleQuery, do func(*open.Room) error) (*RuleView, error) {
	return change(r.Desk, query.Child, do, query.draw)
}

func (q RuleQuery) draw(s *sheet) (*RuleView, error) {
	v := &RuleView{
		Frame: s.frame(), Lead: words.Put("rule.lead"), Plans: []Choice{}, Phases: []RulePhase{}, Questions: []RuleQuestion{},
		Judged: []Choice{}, Sets: []RuleSet{}, Asks: []AskGroup{}, Decided: []DecisionRow{}, Clause: ClauseView{Form: ClauseForm{Answers: []RuleAnswer{}}, Says: []string{}},
	}
	var plans []*iep.Plan
	for i := range s.Record.Plans {
		if p := &s.Record.Plans[i]; s.child == "" || p.ChildID == s.child {
			plans = append(plans, p)
			v.Plans = append(v.Plans, Choice{p.ID, withName(s.named(p.ChildID), planText(p))})
		}
	}
	p := q.shown(plans, s.Today)
	if p == nil {
		return v, nil
	}
	v.Plan, v.Policy, v.Kind, v.Papers = p.ID, p.PolicyID, string(p.Kind), len(s.Papers(history.Plan, p.ID))
	ruled := s.ruled(p)
	v.Phases, v.Questions = ruled.phases(), ruled.questions()
	v.Judged = choices([]policy.Basis{"", policy.BySession, policy.ByPeriod}, func(b policy.Basis) string { return words.Put("rule.judged." + string(b)) })
	v.Sets = ruled.sets()
	v.Clause = ruled.clauseView()
	v.Asks, v.Whole = s.asks(p)
	v.Decided = s.decisions(p)
	return v, nil
}

// shown is the plan asked for, or the one in force, or the last.
func (q RuleQuery) shown(plans []*iep.Plan, today day.Day) *iep.Plan {
	var best *iep.Plan
	for _, p := range plans {
		switch {
		case p.ID == q.Plan:
			return p
		case best == nil || best.Start < p.Start && p.Start <= today:
			best = p
		}
	}
	return best
}

// A ruled plan is one with the policy that answers for it.
type ruled struct {
	*sheet
	plan    *iep.Plan
	policy  *policy.Policy
	now     policy.Phase
	reasons []iep.Reason
	rests   map[iep.Reason]resting
}

// resting is how much of the ledger rests on an answer.
type resting struct{ lines, minutes int }

func (s *sheet) ruled(p *iep.Plan) *ruled {
	r := &ruled{sheet: s, plan: p, policy: s.Policy(p.PolicyID), rests: map[iep.Reason]resting{}}
	if r.policy == nil {
		r.policy = &policy.Policy{}
	}
	for _, phase := range r.policy.Phases() {
		if phase.From <= s.Today {
			r.now = phase
		}
	}
	for _, series := range s.Of(p.ChildID) {
		for _, l := range series.Lines() {
			if l.Version.Plan.ID == p.ID && l.Reason != iep.PeriodShortfall {
				rests := r.rests[l.Reason]
				r.rests[l.Reason] = resting{rests.lines + 1, rests.minutes + l.Minutes}
			}
		}
	}
	r.reasons = r.asked()
	return r
}

// questioned are the reasons that are always asked about, the school's first.
var questioned = []iep.Reason{
	iep.ProviderAbsent, iep.ProviderVacancy, iep.ProviderMeeting, iep.ServiceNotStarted, iep.LocationUnavailable,
	iep.SchoolActivity, iep.Testing, iep.EarlyRelease, iep.SchoolClosedScheduled, iep.SchoolClosedEmergency,
	iep.StudentAbsent, iep.StudentVacation, iep.StudentRefused, iep.FamilyCancelled, iep.NotScheduled, iep.NotStated, iep.Other,
}

// asked are the reasons to ask about: those of every plan, and the finer words
// that the record or the policy has.
func (r *ruled) asked() []iep.Reason {
	var finer []iep.Reason
	add := func(reason iep.Reason) {
		if !slices.Contains(questioned, reason) && !slices.Contains(finer, reason) {
			finer = append(finer, reason)
		}
	}
	for reason := range r.rests {
		add(reason)
	}
	for _, phase := range r.policy.Phases() {
		for reason := range phase.Policy.Owed {
			add(reason)
		}
	}
	if r.plan.Clause != nil {
		for reason := range r.plan.Clause.Owed {
			add(reason)
		}
	}
	slices.Sort(finer)
	return append(slices.Clone(questioned), finer...)
}

func (r *ruled) questions() []RuleQuestion {
	list := []RuleQuestion{}
	for _, reason := range r.reasons {
		list = append(list, r.question(reason))
	}
	return list
}

func (r *ruled) question(reason iep.Reason) RuleQuestion {
	v := r.now.Under(r.plan.Clause, reason)
	from := rule(v, r.plan.Kind)
	q := RuleQuestion{
		Reason: string(reason), Text: question(reason), Answer: string(v.Answer), Words: words.Put("rule.answer." + string(v.Answer)),
		Whose: whose(v, r.now.Policy, nil), Source: from.Source, Evidence: from.Evidence,
	}
	if from.Source != "" {
		q.Seen = words.Put("owed.researched", "day", researched())
	}
	if v.Rule != nil {
		q.Note, _, _ = v.Rule.Told(r.plan.Kind)
		if r.plan.Kind == iep.IEP {
			q.ByWhen, q.Document = v.Rule.ByWhen, v.Rule.Document
		}
	}
	if rests := r.rests[reason]; rests.lines > 0 {
		q.Rests = words.Put("rule.rest", "lines", words.Several("line", rests.lines), "minutes", words.Several("minute", rests.minutes))
	}
	return q
}

// question is a reason as a question.
func question(reason iep.Reason) string {
	if code := "rule.question." + string(reason); words.Has(code) {
		return words.Put(code)
	}
	return words.Put("rule.question", "reason", words.Reason(reason))
}

// sets are the sets of answers that the plan is offered, and the ones it has:
// the starting answers first, then what is of the child's state.
func (r *ruled) sets() []RuleSet {
	state := ""
	if child := r.Record.Child(r.plan.ChildID); child != nil {
		state = child.State
	}
	list := []RuleSet{r.set("", &policy.Pack{Name: words.Put("policy.starting"), Note: words.Put("rule.built_in")})}
	near := 1
	for _, p := range policy.Packs() {
		has := slices.ContainsFunc(r.policy.Phases(), func(phase policy.Phase) bool { return phase.Policy.Pack == p.ID })
		if p.Offered(r.plan.Kind) || has {
			if p.Jurisdiction == state {
				list = slices.Insert(list, near, r.set(p.ID, p))
				near++
				continue
			}
			list = append(list, r.set(p.ID, p))
		}
	}
	return list
}

func (r *ruled) set(id string, p *policy.Pack) RuleSet {
	set := RuleSet{ID: id, Name: p.Name, Caution: words.PackStatus(p.Status), Note: p.Note, Paste: append([]string{}, p.Paste...), Answers: []SetAnswer{}}
	if !p.Offered(r.plan.Kind) && id != "" {
		set.Note = ""
	}
	alone := &policy.Policy{Pack: id}
	for _, reason := range r.reasons {
		v := alone.Answer(reason)
		set.Answers = append(set.Answers, SetAnswer{string(v.Answer), v.Layer != policy.DefaultPack && (id == "" || v.Layer == policy.NamedPack)})
	}
	return set
}

// phases are what answers, one after the other.
func (r *ruled) phases() []RulePhase {
	list := []RulePhase{}
	for i, phase := range r.policy.Phases() {
		v := RulePhase{From: words.Put("rule.from_start"), Now: phase.From == r.now.From, Says: []string{}}
		if pack := policy.Find(phase.Policy.Pack); pack != nil {
			v.Caution, v.Source = words.PackStatus(pack.Status), words.Put("owed.researched", "day", researched())
		}
		if i == 0 {
			v.Form = r.formOf(phase.Policy)
			v.Says = append(v.Says, words.Put("rule.set", "pack", policyName(phase.Policy)))
		} else {
			c := &r.policy.Changes[i-1]
			v.From, v.Form = words.Put("rule.from", "day", words.Day(c.From)), r.formOfChange(c)
			if c.Pack != "" {
				v.Says = append(v.Says, words.Put("rule.set", "pack", policyName(phase.Policy)))
			}
		}
		v.Says = append(v.Says, r.told(v.Form.Answers)...)
		if v.Form.Days != nil {
			v.Says = append(v.Says, words.Put("rule.due_line", "due", say.Plain(dueText(v.Form.Days))))
		}
		list = append(list, v)
	}
	return list
}

// told are answers in words, those that are given.
func (r *ruled) told(answers []RuleAnswer) []string {
	var list []string
	for _, a := range answers {
		if a.Answer != "" {
			list = append(list, words.Put("rule.says", "reason", say.Capital(words.Reason(iep.Reason(a.Reason))), "answer", words.Put("rule.short."+a.Answer)))
		}
	}
	return list
}

func dueText(days *int) string {
	if days == nil {
		return words.Put("rule.due")
	}
	return words.Put("rule.due_days", "days", words.Several("day", *days))
}
