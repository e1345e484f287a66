package app

import (
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

// ruling is a family with speech on Tuesdays and Thursdays: on three days the
// child was out, on one the therapist. Today is Oct 5.
func ruling(t *testing.T) (f *family, q RuleQuery) {
	t.Helper()
	f = newFamily(t, "2026-10-05")
	f.begin()
	plan := got((&Family{f.desk}).View("")).Children[0].Plans[0]
	f.missed("student_absent", "2026-09-01", "2026-09-10", "2026-09-22")
	f.missed("provider_absent", "2026-09-03")
	return f, RuleQuery{Plan: plan.Form.ID}
}

func (f *family) missed(reason string, days ...string) {
	f.Helper()
	var keys []string
	for _, row := range got((&Log{f.desk}).View(LogQuery{})).Rows {
		for _, on := range days {
			if row.On.ISO == on {
				keys = append(keys, row.Key)
			}
		}
	}
	if len(keys) != len(days) {
		f.Fatalf("%d sessions on %v", len(keys), days)
	}
	got((&Log{f.desk}).Missed(LogQuery{}, keys, reason))
}

func (v *RuleView) question(t *testing.T, reason string) RuleQuestion {
	t.Helper()
	for _, q := range v.Questions {
		if q.Reason == reason {
			return q
		}
	}
	t.Fatalf("nothing is asked about %s", reason)
	return RuleQuestion{}
}

// with is a form with one's own answer to a reason.
func (f RuleForm) with(reason, answer string) RuleForm {
	rows := append([]RuleAnswer{}, f.Answers...)
	for i := range rows {
		if rows[i].Reason == reason {
			rows[i].Answer = answer
		}
	}
	f.Answers = rows
	return f
}

// A dated form says nothing yet.
func (v *RuleView) dated(from string) RuleForm {
	f := RuleForm{Dated: true, From: from}
	for _, a := range v.Phases[0].Form.Answers {
		f.Answers = append(f.Answers, RuleAnswer{Reason: a.Reason})
	}
	return f
}

func TestTheRuleIsPlainQuestions(t *testing.T) {
	f, q := ruling(t)
	screen := &Rule{f.desk}
	v := got(screen.View(q))
	if len(v.Plans) != 1 || v.Kind != "IEP" || len(v.Phases) != 1 || !v.Phases[0].Now {
		t.Fatalf("%+v", v)
	}
	out := v.question(t, "provider_absent")
	if out.Text != "When the therapist is out, are the minutes made up?" || out.Answer != "yes" || out.Words != "Yes, to make up" ||
		out.Rests != "1 line, 30 minutes, in the ledger so far" {
		t.Errorf("%+v", out)
	}
	if ill := v.question(t, "student_absent"); ill.Rests != "3 lines, 90 minutes, in the ledger so far" {
		t.Errorf("%+v", ill)
	}
	form := v.Phases[0].Form
	form.Pack, form.Name = "tx-hcde", "Handbook, page 3"
	v = got(screen.Save(q, form))
	ill := v.question(t, "student_absent")
	if ill.Answer != "no" || !strings.Contains(ill.Source, "Harris County") || ill.Evidence == "" || ill.Seen == "" ||
		ill.Whose != "Harris County, Texas (HCDE), school therapy guidance" {
		t.Errorf("%+v", ill)
	}
	if v.Phases[0].Says[0] != "Answers of Harris County, Texas (HCDE), school therapy guidance" || v.Phases[0].Form.Name != "Handbook, page 3" {
		t.Errorf("%+v", v.Phases[0])
	}
	v = got(screen.Save(q, v.Phases[0].Form.with("student_absent", "ask")))
	if ill = v.question(t, "student_absent"); ill.Answer != "ask" || ill.Whose != "your own answer" {
		t.Errorf("%+v", ill)
	}
	v = got(screen.Save(q, v.Phases[0].Form.with("student_absent", "")))
	if ill = v.question(t, "student_absent"); ill.Answer != "no" {
		t.Errorf("left to the set again: %+v", ill)
	}
	if v = got(screen.Undo(q)); v.question(t, "student_absent").Answer != "ask" {
		t.Error("Undo")
	}
	form = v.Phases[0].Form
	form.Pack = "no-such"
	_, err := screen.Save(q, form)
	refused(t, err, refusal.NoSuchPack, "pack")
}

// From Sep 10 on the child's absences are made up: the one of Sep 1 stays a
// question, the two later ones are to make up. What it would come to is said
// before, and nothing is written by saying it.
func TestAChangeHoldsFromItsDayOn(t *testing.T) {
	f, q := ruling(t)
	screen, owed := &Rule{f.desk}, &Owed{f.desk}
	form := got(screen.View(q)).dated("9/10/2026").with("student_absent", "yes")
	form.Note = "agreed at the meeting of Sep 9"
	would := got(screen.Would(q, form))
	want := []string{
		"Thu Sep 10, 2026, Speech, 30 minutes: ask the team, would be to make up", "Tue Sep 22, 2026, Speech, 30 minutes: ask the team, would be to make up",
	}
	if strings.Join(would.Lines, "; ") != strings.Join(want, "; ") || would.Text != "2 lines would be answered otherwise." ||
		would.Before != "What was missed before Thu Sep 10, 2026 keeps its answer." || would.Reopens != "" {
		t.Errorf("%+v", would)
	}
	if would.Sums[0] != "Speech: 90 minutes left to make up instead of 30 minutes." || len(would.Sums) != 2 {
		t.Errorf("%q", would.Sums)
	}
	if before := got(owed.View("")).Series[0]; before.Headline != "30 minutes left to make up: 8 sessions are not filled in" && !strings.HasPrefix(before.Headline, "30 ") {
		t.Errorf("something was written: %q", before.Headline)
	}
	v := got(screen.Save(q, form))
	if len(v.Phases) != 2 || v.Phases[1].From != "From Thu Sep 10, 2026" || !v.Phases[1].Now || v.Phases[0].Now ||
		v.Phases[1].Form.Note != form.Note || v.Phases[1].Says[0] != "Child was out: yes" {
		t.Fatalf("%+v", v.Phases)
	}
	answers := map[string]string{}
	for _, l := range got(owed.View("")).Series[0].Lines {
		answers[l.On.ISO] = l.Answer
		if l.On.ISO == "2026-09-10" && (!strings.HasPrefix(l.Whose, "your own answer, since Thu Sep 10, 2026") || !strings.Contains(l.Rule.Agreed, "greed at the meeting of Sep 9")) {
			t.Errorf("%q, %+v", l.Whose, l.Rule)
		}
	}
	if answers["2026-09-01"] != "ask" || answers["2026-09-10"] != "yes" || answers["2026-09-22"] != "yes" {
		t.Errorf("%v", answers)
	}
	_, err := screen.Save(q, form)
	refused(t, err, refusal.ChangeThere, "from")
	_, err = screen.Save(q, RuleForm{Dated: true, From: "2026-09-30"})
	refused(t, err, refusal.Missing, "pack")
	_, err = screen.Save(q, RuleForm{Dated: true})
	refused(t, err, refusal.Missing, "from")
	moved := v.Phases[1].Form
	moved.From = "2026-09-22"
	v = got(screen.Save(q, moved))
	if len(v.Phases) != 2 || v.Phases[1].Form.From != "2026-09-22" {
		t.Errorf("%+v", v.Phases)
	}
	if v = got(screen.RemoveChange(q, "2026-09-22")); len(v.Phases) != 1 {
		t.Errorf("%+v", v.Phases)
	}
	_, err = screen.RemoveChange(q, "2026-09-22")
	refused(t, err, refusal.NoSuch, "")
}

// 30 minutes of Sep 3 were made up on Sep 24. No answer from a day on may open
// them again; one from the beginning may, and says so.
func TestWhatIsMadeUpStaysSo(t *testing.T) {
	f, q := ruling(t)
	screen := &Rule{f.desk}
	thirty := 30
	service := got((&Family{f.desk}).View("")).Children[0].Plans[0].Services[0].Form.ID
	got((&Log{f.desk}).Save(LogQuery{}, SessionForm{Service: service, Kind: "makeup", Status: "delivered", On: "2026-09-24", Minutes: &thirty}))
	v := got(screen.View(q))
	_, err := screen.Save(q, v.dated("2026-09-02").with("provider_absent", "no"))
	refused(t, err, refusal.Settled, "from")
	_, err = screen.Save(q, v.dated("2026-08-31").with("student_absent", "yes"))
	refused(t, err, refusal.Settled, "from") // the make-up would go to Sep 1, which is older
	got(screen.Save(q, v.dated("2026-09-04").with("provider_absent", "no")))
	form := v.Phases[0].Form.with("provider_absent", "no")
	if would := got(screen.Would(q, form)); would.Reopens != "Make-ups have settled 30 minutes that would be open again, or for the record." {
		t.Errorf("%+v", would)
	}
	got(screen.Save(q, form))
}

// What the plan itself says stands above the rule, with its page, wherever a line
// rests on it.
func TestThePlansOwnWords(t *testing.T) {
	f, q := ruling(t)
	screen := &Rule{f.desk}
	v := got(screen.View(q))
	form := v.Clause.Form
	form.Text, form.Page, form.Others = "Missed sessions are made up before June.", "12", "yes"
	form.Answers = RuleForm{Answers: form.Answers}.with("student_vacation", "no").Answers
	v = got(screen.SaveClause(q, form))
	if v.Clause.Page != "Says so: page 12" || strings.Join(v.Clause.Says, "; ") != "Family trip: no; Every other reason: yes" {
		t.Errorf("%+v", v.Clause)
	}
	if ill := v.question(t, "student_absent"); ill.Answer != "yes" || ill.Whose != "the plan's own words" {
		t.Errorf("%+v", ill)
	}
	line := got((&Owed{f.desk}).View("")).Series[0].Lines[0]
	if line.Answer != "yes" || line.Rule.Quote != form.Text || line.Rule.Page != "Says so: page 12" {
		t.Errorf("%+v", line.Rule)
	}
	if v = got(screen.SaveClause(q, ClauseForm{})); v.Clause.Form.Text != "" || len(v.Clause.Says) != 0 || v.question(t, "student_absent").Answer != "ask" {
		t.Errorf("%+v", v.Clause)
	}
	form.Others = "perhaps"
	_, err := screen.SaveClause(q, form)
	refused(t, err, refusal.NotAWord, "makeup_clause.otherwise")
}

// Three sessions wait for the team. It answers two at once, and one by itself;
// each can be taken back.
func TestTheTeamAnswersWhatIsAsked(t *testing.T) {
	f, q := ruling(t)
	screen := &Rule{f.desk}
	v := got(screen.View(q))
	if len(v.Asks) != 1 || v.Asks[0].Text != "Child was out" || v.Asks[0].Count != "3 sessions, 90 minutes" || v.Asks[0].Lines[0].Text != "Speech, 30 minutes" {
		t.Fatalf("%+v", v.Asks)
	}
	keys := []string{v.Asks[0].Lines[0].Key, v.Asks[0].Lines[1].Key}
	form := DecisionForm{Keys: keys, Answer: "yes", On: "10/2/2026", By: "Ms. Hall", Note: "by e-mail"}
	v = got(screen.Decide(q, form))
	if v.Frame.Did != "added 2 decisions of the team" || v.Asks[0].Count != "1 session, 30 minutes" || len(v.Decided) != 2 ||
		v.Decided[0].Text != "Speech: to make up" || v.Decided[0].Said != "decided by Ms. Hall on Fri Oct 2, 2026" || v.Decided[0].On.ISO != "2026-09-10" {
		t.Errorf("%+v %+v", v.Asks, v.Decided)
	}
	line := got((&Owed{f.desk}).View("")).Series[0].Lines[0]
	if line.Answer != "yes" || line.Rule.Agreed != "Decided by Ms. Hall on Fri Oct 2, 2026. By e-mail" {
		t.Errorf("%+v", line.Rule)
	}
	if v = got(screen.Undo(q)); len(v.Decided) != 0 || v.Asks[0].Count != "3 sessions, 90 minutes" {
		t.Errorf("%+v", v.Decided)
	}
	v = got(screen.Redo(q))
	if v = got(screen.Withdraw(q, v.Decided[0].ID)); len(v.Decided) != 1 || v.Asks[0].Count != "2 sessions, 60 minutes" {
		t.Errorf("%+v", v.Decided)
	}
	form.On = "10/6/2026"
	_, err := screen.Decide(q, form)
	refused(t, err, refusal.NotYet, "on")
	form.On = ""
	_, err = screen.Decide(q, form)
	refused(t, err, refusal.Missing, "on")
	_, err = screen.Decide(q, DecisionForm{Keys: keys, On: "10/1/2026"})
	refused(t, err, refusal.Missing, "answer")
	_, err = screen.Decide(q, DecisionForm{Keys: []string{"none"}, Answer: "no", On: "10/1/2026"})
	refused(t, err, refusal.NoSuch, "")
}

// Two plans with the same answers: what is changed for one leaves the other.
func TestTheAnswersOfAnotherPlanStay(t *testing.T) {
	f := brought(t, "2026-10-05", `{"format": "service-hours", "version": 1, "children": [{"id": "a"}],
		"policies": [{"id": "p", "pack": "tx-hcde", "over_delivery": "bank", "their": 1}],
		"plans": [{"id": "one", "child_id": "a", "kind": "IEP", "policy_id": "p"}, {"id": "two", "child_id": "a", "kind": "IEP", "policy_id": "p"}]}`)
	screen := &Rule{f.desk}
	one, two := RuleQuery{Plan: "one"}, RuleQuery{Plan: "two"}
	form := got(screen.View(one)).Phases[0].Form
	form.Pack = ""
	if v := got(screen.Save(one, form)); v.Phases[0].Form.Pack != "" {
		t.Errorf("%+v", v.Phases)
	}
	if v := got(screen.View(two)); v.Phases[0].Form.Pack != "tx-hcde" {
		t.Errorf("the other plan: %+v", v.Phases)
	}
	if !strings.Contains(f.printed(), `"their":1`) && !strings.Contains(f.printed(), `"their": 1`) {
		t.Error("what another program wrote is lost")
	}
}

// A child with a 504 plan reads nothing of IEPs on this screen either.
func TestTheRuleOfA504PlanSaysNothingOfIEPs(t *testing.T) {
	f := newFamily(t, "2026-11-20")
	got((&Start{f.desk}).Sample())
	v := got((&Rule{f.desk}).View(RuleQuery{Child: "theo"}))
	if v.Kind != "504" {
		t.Fatalf("shown is the plan %s, %s", v.Plan, v.Kind)
	}
	v.Frame = Frame{}
	holdWords(t, "Whose rule", v)
	owed := &Owed{f.desk}
	for _, series := range got(owed.View("theo")).Series {
		holdWords(t, "readings of "+series.Title, got(owed.Readings("theo", series.ID)))
	}
	_, err := owed.Readings("theo", "theo/none")
	refused(t, err, refusal.NoSuch, "")
}
