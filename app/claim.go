package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// A ClaimForm is what the school says of a plan's services, as typed.
type ClaimForm struct {
	ID     string `json:"id"` // empty for a new one
	Plan   string `json:"plan"`
	Series string `json:"series"` // of PlanView.Series; empty: every service
	First  string `json:"first"`
	Last   string `json:"last"`
	Name   string `json:"name"`
	SaidBy string `json:"saidBy"`
	SaidOn string `json:"saidOn"`
	Note   string `json:"note"`
}

// A ClaimView is a claim of the school in words, and what it costs. It changes
// no number.
type ClaimView struct {
	Form ClaimForm `json:"form"`
	Text string    `json:"text"` // Mon Mar 8, 2027 to Fri Mar 19, 2027; said by the office; said on Fri Feb 12, 2027
	Whom string    `json:"whom"` // Speech, or: Every service of this plan
	Cost string    `json:"cost"` // 3 sessions, 90 minutes are planned in these days. 20 minutes were given, 70 missed.
}

// SaveClaim adds what the school says, or corrects it.
func (f *Family) SaveClaim(child string, form ClaimForm) (*FamilyView, error) {
	form = typed(form)
	return f.change(child, func(r *open.Room) error {
		claim, err := form.claim()
		if err != nil {
			return err
		}
		return r.SaveClaim(form.Plan, claim, "")
	})
}

// RemoveClaim takes out what the school says.
func (f *Family) RemoveClaim(child, plan, id string) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return r.RemoveClaim(plan, id, "") })
}

func (f ClaimForm) claim() (iep.Claim, error) {
	c := iep.Claim{ID: f.ID, SeriesID: f.Series, Name: f.Name, SaidBy: f.SaidBy, Note: f.Note}
	var err error
	if c.First, err = neededDay("first", f.First); err != nil {
		return c, err
	}
	if c.Last, err = parseDay("last", f.Last); err != nil {
		return c, err
	}
	if c.Last == day.None {
		c.Last = c.First
	}
	if c.Last < c.First {
		return c, refusal.At("last", refusal.New(refusal.Backwards, "start", f.First, "end", f.Last))
	}
	c.SaidOn, err = parseDay("saidOn", f.SaidOn)
	return c, err
}

// claimViews are the claims of a plan, by their first day.
func (s *sheet) claimViews(p *iep.Plan) []ClaimView {
	list := []ClaimView{}
	for i := range p.Claims {
		list = append(list, s.claimView(p, &p.Claims[i]))
	}
	slices.SortStableFunc(list, func(a, b ClaimView) int { return compareText(a.Form.First, b.Form.First) })
	return list
}

func (s *sheet) claimView(p *iep.Plan, c *iep.Claim) ClaimView {
	return ClaimView{
		Form: ClaimForm{
			ID: c.ID, Plan: p.ID, Series: c.SeriesID, First: iso(c.First), Last: iso(c.Last), Name: c.Name, SaidBy: c.SaidBy,
			SaidOn: iso(c.SaidOn), Note: c.Note,
		},
		Text: claimText(c), Whom: s.claimed(p, c), Cost: s.claimCost(p, c),
	}
}

// claimText are the days of a claim, who said it and when.
func claimText(c *iep.Claim) string {
	text := words.Span(c.Span)
	if c.SaidBy != "" {
		text += words.Put("claim.by", "name", say.Plain(c.SaidBy))
	}
	if c.SaidOn != day.None {
		text += words.Put("claim.on", "day", words.Day(c.SaidOn))
	}
	return text
}

// claimed names the service that a claim speaks of.
func (s *sheet) claimed(p *iep.Plan, c *iep.Claim) string {
	for _, choice := range seriesOfPlan(p) {
		if choice.ID == c.SeriesID {
			return choice.Text
		}
	}
	if c.SeriesID == "" {
		return words.Put("claim.all")
	}
	return words.Put("claim.gone")
}

// claimCost says what lies in the days of a claim: what was planned, and what
// came of it.
func (s *sheet) claimCost(p *iep.Plan, c *iep.Claim) string {
	cost := s.Ledger.Claim(p, c)
	if cost.Sessions == 0 {
		return words.Put("claim.nothing")
	}
	text := words.Put("claim.cost", "sessions", words.Several("session", cost.Sessions), "minutes", words.Several("minute", cost.Minutes))
	if cost.Given+cost.Missed > 0 {
		text += " " + words.Put("claim.came", "given", words.Several("minute", cost.Given), "missed", words.Several("minute", cost.Missed))
	}
	return text
}

// seriesOfPlan are the services of a plan to choose from, each series once.
func seriesOfPlan(p *iep.Plan) []Choice {
	list := []Choice{}
	for i := range p.Services {
		service := &p.Services[i]
		if !slices.ContainsFunc(list, func(c Choice) bool { return c.ID == service.Series() }) {
			list = append(list, Choice{service.Series(), words.Title(service)})
		}
	}
	return list
}

// An OwedClaim is what the school says of a service, beside its ledger.
type OwedClaim struct {
	Text string `json:"text"`
	Cost string `json:"cost"`
}

// claimsOf adds what the school says of a series, and the picture if it held.
// Neither is in any sum. held is computed once for a view, and only where the
// school says anything.
func (s *sheet) claimsOf(v *OwedSeries, series *ledger.Series, held **ledger.Ledger) (err error) {
	v.Claims, v.HeldSums = []OwedClaim{}, []Sum{}
	seen := map[string]bool{}
	for _, version := range series.Versions {
		if seen[version.Plan.ID] {
			continue
		}
		seen[version.Plan.ID] = true
		for i := range version.Plan.Claims {
			if c := version.Plan.Claims[i]; c.Covers(series.ID, c.First) {
				c.SeriesID = series.ID
				v.Claims = append(v.Claims, OwedClaim{words.Claim(&c), s.claimCost(version.Plan, &c)})
			}
		}
	}
	if len(v.Claims) == 0 {
		return nil
	}
	if *held == nil {
		if *held, err = ledger.IfClaimsHeld(s.Record, s.Today); err != nil {
			return err
		}
	}
	if would := (*held).Find(series.ID, series.ChildID); would != nil {
		v.HeldSums = sums(would, would.Range(), nil)
		v.Held = words.Put("claim.held",
			"would", words.Several("minute", would.Summary.OpenOwed), "is", words.Several("minute", series.Summary.OpenOwed))
		if series.Summary.Undecided > 0 {
			v.Held += " " + words.Put("claim.held_ask",
				"would", words.Several("minute", would.Summary.Undecided), "is", words.Several("minute", series.Summary.Undecided))
		}
	}
	return nil
}
