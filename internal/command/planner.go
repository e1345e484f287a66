package command

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

type plan struct {
	File     string    `arg:"" help:"A service-hours file, or a calendar by itself."`
	Calendar []string  `required:"" placeholder:"ID" help:"The calendars to rank on, between commas; their sums rank."`
	Days     int       `required:"" placeholder:"N" help:"Sessions a week, each on its own weekday."`
	Minutes  int       `default:"30" help:"Minutes of a session."`
	Start    clockFlag `placeholder:"HH:MM" help:"When it starts: then only short days that cut it count."`
	Forbid   daysFlag  `placeholder:"MO,…" help:"Weekdays that cannot be."`
	Gap      bool      `help:"No two days in a row."`
	Compare  daysFlag  `placeholder:"TU,…" help:"Compare with these weekdays, such as those of now."`
	JSON     bool      `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (plan) Help() string { return plannerHelp }

// choiceAnswer is a choice in the documented shape.
type choiceAnswer struct {
	Days         []string `json:"days"`
	Lost         int      `json:"lost"`
	Kept         int      `json:"kept"`
	EarlyRelease int      `json:"early_release"`
	LostMinutes  int      `json:"lost_minutes"`
	KeptMinutes  int      `json:"kept_minutes"`
	Place        int      `json:"place"`
}

// Run ranks the weekdays on the calendars of a file.
func (p plan) Run(c *call) error {
	years, err := p.years()
	if err != nil {
		return inFile{p.File, err}
	}
	if p.Minutes < 1 || p.Minutes > record.MaxMinutes {
		return outOfBounds("--minutes", p.Minutes, 1, record.MaxMinutes)
	}
	wish := planner.Wish{Days: p.Days, Minutes: p.Minutes, Start: day.Clock(p.Start), Forbid: day.Weekdays(p.Forbid), Gap: p.Gap}
	choices, err := planner.Rank(years, wish)
	if err != nil {
		return refusal.At("--days", err)
	}
	if p.JSON {
		return exchange.WriteJSON(c, answersOf(choices, wish))
	}
	printChoices(c, years, choices, wish)
	if p.Compare != 0 {
		printComparison(c, planner.Of(years, day.Weekdays(p.Compare), wish), choices[0], wish)
	}
	return nil
}

// years are the named calendars of the file.
func (p plan) years() ([]*calendar.Days, error) {
	data, err := exchange.ReadFile(p.File)
	if err != nil {
		return nil, err
	}
	all, err := calendars(data)
	if err != nil {
		return nil, err
	}
	var years []*calendar.Days
	for _, id := range p.Calendar {
		found := false
		for i := range all {
			if all[i].ID == id {
				years = append(years, calendar.NewDays(&all[i]))
				found = true
			}
		}
		if !found {
			return nil, refusal.New(refusal.NoSuchCalendar, "id", id, "known", known(all))
		}
	}
	return years, nil
}

func calendars(data []byte) ([]calendar.SchoolYear, error) {
	if exchange.IsRecord(data) {
		r, err := exchange.Read(data)
		if err != nil {
			return nil, err
		}
		return r.Calendars, nil
	}
	y, err := exchange.ReadCalendar(data)
	if err != nil {
		return nil, err
	}
	return []calendar.SchoolYear{*y}, nil
}

func known(all []calendar.SchoolYear) string {
	var ids []string
	for i := range all {
		ids = append(ids, all[i].ID)
	}
	return list(ids)
}

// list names what there is, or says that there is nothing.
func list(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}

func answersOf(choices []planner.Choice, wish planner.Wish) []choiceAnswer {
	answers := []choiceAnswer{}
	for _, ch := range choices {
		a := choiceAnswer{
			Lost: ch.Lost, Kept: ch.Kept, EarlyRelease: ch.Short, Place: ch.Place,
			LostMinutes: ch.LostMinutes(wish), KeptMinutes: ch.KeptMinutes(wish),
		}
		for _, w := range ch.Days.List() {
			a.Days = append(a.Days, w.String())
		}
		answers = append(answers, a)
	}
	return answers
}

func printChoices(w io.Writer, years []*calendar.Days, choices []planner.Choice, wish planner.Wish) {
	for _, d := range years {
		fmt.Fprintf(w, "%s, %s to %s\n", say.Plain(calendarName(d.Year)), words.Day(d.Year.First), words.Day(d.Year.Last))
	}
	fmt.Fprintf(w, "%d a week, %d minutes each. Fewest sessions lost to closures first; equal ones share a place.\n\n", wish.Days, wish.Minutes)
	table(w, func(w io.Writer) {
		fmt.Fprintln(w, "place\tdays\tlost\tkept\ton short days\tminutes lost\tminutes kept")
		for _, ch := range choices {
			fmt.Fprintf(w, "%d\t%s\t%d\t%d\t%d\t%s\t%s\n", ch.Place, words.Weekdays(ch.Days), ch.Lost, ch.Kept, ch.Short,
				count(ch.LostMinutes(wish)), count(ch.KeptMinutes(wish)))
		}
	})
}

func calendarName(y *calendar.SchoolYear) string {
	return strings.TrimSpace(cmp.Or(y.Name, y.ID) + " " + y.Label)
}

func printComparison(w io.Writer, now, best planner.Choice, wish planner.Wish) {
	fmt.Fprintf(w, "\nCompared: %s keeps %d sessions and loses %d; %s keeps %+d and loses %+d beside it, %+d minutes a year kept.\n",
		words.Weekdays(now.Days), now.Kept, now.Lost, words.Weekdays(best.Days), best.Kept-now.Kept, best.Lost-now.Lost,
		best.KeptMinutes(wish)-now.KeptMinutes(wish))
}
