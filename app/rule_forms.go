package app

import (
	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// A RuleForm is the answers of a plan as typed: all of them from the
// beginning, or what is answered otherwise from a day on.
type RuleForm struct {
	Dated   bool         `json:"dated"`   // from a day on
	Was     string       `json:"was"`     // the day of the change that is corrected; empty for a new one
	From    string       `json:"from"`    // of a dated one
	Pack    string       `json:"pack"`    // of RuleView.Sets; of a dated one empty: as before
	Name    string       `json:"name"`    // where the answers stand; of those from the beginning
	Judged  string       `json:"judged"`  // of RuleView.Judged; of those from the beginning
	Days    *int         `json:"days"`    // to make up within; absent: the school year, or as before
	Note    string       `json:"note"`    // who agreed, and where it stands; of a dated one
	Answers []RuleAnswer `json:"answers"` // one's own
}

// A RuleAnswer is one's own answer to a reason; an empty one leaves it to the
// set, or as it was before.
type RuleAnswer struct {
	Reason string `json:"reason"`
	Answer string `json:"answer"`
}

// A ClauseForm is what a plan itself says of missed sessions, as typed.
type ClauseForm struct {
	Text    string       `json:"text"`
	Page    string       `json:"page"`
	Answers []RuleAnswer `json:"answers"`
	Others  string       `json:"others"` // of every reason not named; empty: the policy answers
}

// A ClauseView is the clause in words.
type ClauseView struct {
	Form ClauseForm `json:"form"`
	Page string     `json:"page"`
	Says []string   `json:"says"` // what it means in the terms of the ledger
}

// A DecisionForm is the team's answer to sessions, as typed.
type DecisionForm struct {
	Keys   []string `json:"keys"`   // of the sessions
	Answer string   `json:"answer"` // yes or no
	On     string   `json:"on"`     // on which it was decided
	By     string   `json:"by"`
	Note   string   `json:"note"`
}

func (f RuleForm) answers() (binder.Answers, error) {
	a := binder.Answers{Name: f.Name, Basis: policy.Basis(f.Judged), Change: policy.Change{
		Pack: f.Pack, Owed: owedOf[policy.Answer](f.Answers, !f.Dated || f.Was != ""), Deadline: &policy.Deadline{Days: f.Days}, Note: f.Note,
	}}
	if !f.Dated {
		return a, nil
	}
	if f.Days == nil {
		a.Deadline = nil
	}
	var err error
	if a.From, err = neededDay("from", f.From); err != nil {
		return a, err
	}
	if a.Was, err = parseDay("was", f.Was); err != nil {
		return a, err
	}
	if f.Pack == "" && f.Days == nil && len(owedOf[policy.Answer](f.Answers, false)) == 0 {
		return a, refusal.At("pack", refusal.New(refusal.Missing))
	}
	return a, nil
}

// owedOf are answers by their reasons. Empty ones are kept where they take
// one's own answer out.
func owedOf[A ~string](answers []RuleAnswer, empty bool) map[iep.Reason]A {
	owed := map[iep.Reason]A{}
	for _, a := range answers {
		if a.Answer != "" || empty {
			owed[iep.Reason(a.Reason)] = A(a.Answer)
		}
	}
	return owed
}

// formOf are the answers from the beginning, as they are.
func (r *ruled) formOf(p *policy.Policy) RuleForm {
	return RuleForm{Pack: p.Pack, Name: p.Name, Judged: string(p.Basis), Days: p.Deadline.Days, Answers: answersOf(r.reasons, p.Owed)}
}

func (r *ruled) formOfChange(c *policy.Change) RuleForm {
	f := RuleForm{Dated: true, Was: iso(c.From), From: iso(c.From), Pack: c.Pack, Note: c.Note, Answers: answersOf(r.reasons, c.Owed)}
	if c.Deadline != nil {
		f.Days = c.Deadline.Days
	}
	return f
}

// answersOf has one row for each reason.
func answersOf[A ~string](reasons []iep.Reason, owed map[iep.Reason]A) []RuleAnswer {
	list := []RuleAnswer{}
	for _, reason := range reasons {
		list = append(list, RuleAnswer{string(reason), string(owed[reason])})
	}
	return list
}

// clause is what the form says; nil where it says nothing.
func (f ClauseForm) clause() *iep.Clause {
	c := &iep.Clause{Text: f.Text, Page: iep.Page(f.Page), Owed: owedOf[iep.Owed](f.Answers, false), Others: iep.Owed(f.Others)}
	if blank(f.Text) && blank(f.Page) && len(c.Owed) == 0 && c.Others == "" {
		return nil
	}
	return c
}

func (r *ruled) clauseView() ClauseView {
	c := r.plan.Clause
	if c == nil {
		c = &iep.Clause{}
	}
	v := ClauseView{
		Form: ClauseForm{Text: c.Text, Page: string(c.Page), Answers: answersOf(r.reasons, c.Owed), Others: string(c.Others)},
		Says: append([]string{}, r.told(answersOf(r.reasons, c.Owed))...),
	}
	if c.Page != "" {
		v.Page = words.Put("owed.page", "page", string(c.Page))
	}
	if c.Others != "" {
		v.Says = append(v.Says, words.Put("rule.others", "answer", words.Put("rule.short."+string(c.Others))))
	}
	return v
}

func (f DecisionForm) decision() (iep.Decision, error) {
	d := iep.Decision{Owed: iep.Owed(f.Answer), By: f.By, Note: f.Note}
	if f.Answer == "" {
		return d, refusal.At("answer", refusal.New(refusal.Missing))
	}
	var err error
	d.DecidedOn, err = neededDay("on", f.On)
	return d, err
}

// saidBy is who decided, and when.
func saidBy(d *iep.Decision) string {
	if d.By == "" {
		return words.Put("rule.decided_on", "day", words.Day(d.Decided()))
	}
	return words.Put("rule.decided_by", "who", say.Plain(d.By), "day", words.Day(d.Decided()))
}
