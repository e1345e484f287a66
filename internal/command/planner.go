package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
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
	Compare  daysFlag  `placeholder:"TU,…" xor:"form" help:"Compare with these weekdays, such as those of now."`
	JSON     bool      `name:"json" xor:"form" help:"Answer in JSON, for programs."`
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
	now := day.Weekdays(p.Compare)
	if now != 0 && (now.Count() != p.Days || now&^planner.Weekdays(years) != 0) {
		return refusal.At("--compare", refusal.New(refusal.CompareDays, "value", fmt.Sprint(p.Days)))
	}
	printChoices(c, years, choices, wish)
	if now != 0 {
		printComparison(c, planner.Of(years, now, wish), choices[0], wish)
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
	for i, id := range p.Calendar {
		if slices.Contains(p.Calendar[:i], id) {
			continue
		}
		at := slices.IndexFunc(all, func(y calendar.SchoolYear) bool { return y.ID == id })
		if at < 0 {
			return nil, refusal.New(refusal.NoSuchCalendar, "id", id, "known", known(all))
		}
		years = append(years, calendar.NewDays(&all[at]))
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
				words.Number(ch.LostMinutes(wish)), words.Number(ch.KeptMinutes(wish)))
		}
	})
}

func calendarName(y *calendar.SchoolYear) string {
	return strings.TrimSpace(cmp.Or(y.Name, y.ID) + " " + y.Label)
}

func printComparison(w io.Writer, now, best planner.Choice, wish planner.Wish) {
	days := words.Weekdays(best.Days)
	fmt.Fprintf(w, "\nNow %s: %s kept, %s lost.\n", words.Weekdays(now.Days), words.Several("session", now.Kept), words.Number(now.Lost))
	if now.Lost == best.Lost && now.Short == best.Short && now.Kept == best.Kept {
		fmt.Fprintln(w, "No other weekdays do better.")
		return
	}
	fmt.Fprintf(w, "%s: %s, %s.\n", days, more(best.Kept-now.Kept, "kept"), more(best.Lost-now.Lost, "lost"))
	if minutes := best.KeptMinutes(wish) - now.KeptMinutes(wish); minutes > 0 {
		fmt.Fprintf(w, "That is %s more minutes.\n", words.Number(minutes))
	}
}

// more says a difference in words: 5 more kept, 2 fewer lost.
func more(n int, what string) string {
	switch {
	case n > 0:
		return words.Number(n) + " more " + what
	case n < 0:
		return words.Number(-n) + " fewer " + what
	}
	return "as many " + what
}
