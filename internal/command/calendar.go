package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

// calendarRead reads a school's calendar.
type calendarRead struct {
	File  string  `arg:"" help:"The school's calendar (.ics), or dates as text (.txt)."`
	From  dayFlag `placeholder:"DAY" help:"The first day that matters."`
	To    dayFlag `placeholder:"DAY" help:"The last day that matters."`
	Level string  `placeholder:"LEVEL" enum:",elementary,middle,high" default:"" help:"The child's school: elementary, middle or high."`
	All   bool    `help:"List what was ignored as well."`
	JSON  bool    `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (calendarRead) Help() string { return calendarReadHelp }

// feedAnswer is what a calendar says, in the documented shape.
type feedAnswer struct {
	Events   int             `json:"events"`
	Days     []feedDay       `json:"days"`
	Problems []problemAnswer `json:"problems"`
}

type feedDay struct {
	Date      string       `json:"date"`
	Verdict   feed.Verdict `json:"verdict"`
	From      string       `json:"from,omitempty"`
	Until     string       `json:"until,omitempty"`
	Kind      string       `json:"kind,omitempty"`
	Title     string       `json:"title"`
	Because   string       `json:"because"`
	Certainty int          `json:"certainty"`
	Line      int          `json:"line"`
}

type problemAnswer struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
}

// Run reads a calendar and says what it says; nothing is changed.
func (r calendarRead) Run(c *call) error {
	window := day.Span{First: day.Day(r.From), Last: day.Day(r.To)}
	if r.From == 0 || r.To == 0 {
		window = day.Span{First: cmp.Or(day.Day(r.From), day.First), Last: cmp.Or(day.Day(r.To), day.Last)}
	}
	if window.Empty() {
		return refusal.At("--to", refusal.New(refusal.Backwards, "start", window.First.String(), "end", window.Last.String()))
	}
	count, readings, problems, err := r.readings(window)
	if err != nil {
		return inFile{r.File, err}
	}
	if r.JSON {
		return exchange.WriteJSON(c, feedAnswer{count, daysOf(readings, window), problems})
	}
	printReadings(c, count, readings, problems, r.All)
	return nil
}

// readings reads the file: as a calendar, or as pasted text where its name
// says that it is one.
func (r calendarRead) readings(window day.Span) (int, []feed.Reading, []problemAnswer, error) {
	options := feed.Options{Level: calendar.Level(r.Level)}
	if strings.HasSuffix(strings.ToLower(r.File), ".txt") {
		return r.pasted(window, options)
	}
	data, err := exchange.ReadFeedFile(r.File)
	if err != nil {
		return 0, nil, nil, err
	}
	in := window
	if r.From == 0 || r.To == 0 {
		in = day.Span{First: 1}
	}
	f, err := exchange.ReadFeed(data, in)
	if err != nil {
		return 0, nil, nil, err
	}
	problems := []problemAnswer{}
	for _, p := range f.Problems {
		problems = append(problems, problemAnswer{p.Line, say.English.Refusal(p.Why)})
	}
	readings := slices.DeleteFunc(feed.Read(f.Events, options), func(g feed.Reading) bool { return !g.Meets(window) })
	return f.Count, readings, problems, nil
}

// pasted reads a text of dates. The school year is the days that matter.
func (r calendarRead) pasted(window day.Span, options feed.Options) (int, []feed.Reading, []problemAnswer, error) {
	data, err := exchange.ReadText(r.File)
	if err != nil {
		return 0, nil, nil, err
	}
	readings, unread := feed.ReadText(data, window, options)
	problems := []problemAnswer{}
	for _, u := range unread {
		problems = append(problems, problemAnswer{u.Line, say.English.Refusal(u.Why)})
	}
	return len(readings), readings, problems, nil
}

// daysOf are the readings day by day; one that is ignored stands once.
func daysOf(readings []feed.Reading, window day.Span) []feedDay {
	days := []feedDay{}
	for i := range readings {
		g := &readings[i]
		in := g.Within(window)
		if g.Verdict == feed.IsIgnored {
			in.Last = in.First
		}
		because := say.English.FeedReasons(g)
		for on := in.First; on <= in.Last; on++ {
			days = append(days, feedDay{
				Date: on.String(), Verdict: g.Verdict, From: g.From.String(), Until: g.Until.String(), Kind: string(g.Kind),
				Title: g.Title, Because: because, Certainty: g.Certainty, Line: g.Line,
			})
		}
	}
	slices.SortStableFunc(days, func(a, b feedDay) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Title, b.Title))
	})
	return days
}

// verdictOrder is the order in which readings are printed: questions first.
var verdictOrder = []feed.Verdict{feed.IsAsk, feed.IsClosed, feed.GivenBack, feed.IsPartial, feed.IsTesting,
	feed.IsIgnored}

// printReadings prints what a calendar says, what is least certain first.
func printReadings(w io.Writer, events int, readings []feed.Reading, problems []problemAnswer, all bool) {
	counts := map[feed.Verdict]int{}
	for i := range readings {
		counts[readings[i].Verdict]++
	}
	fmt.Fprintf(w, "%s. %s look closed, %s to ask about, %s short, %s given back, %s of tests; %s ignored.\n",
		words.Several("event", events),
		words.Number(counts[feed.IsClosed]), words.Number(counts[feed.IsAsk]), words.Number(counts[feed.IsPartial]), words.Number(counts[feed.GivenBack]),
		words.Number(counts[feed.IsTesting]), words.Number(counts[feed.IsIgnored]))
	for _, v := range verdictOrder {
		if v != feed.IsIgnored || all {
			printVerdict(w, v, readings)
		}
	}
	for _, p := range problems {
		fmt.Fprintf(w, "\nline %d: %s\n", p.Line, p.Message)
	}
}

// printVerdict prints the readings of one verdict.
func printVerdict(w io.Writer, v feed.Verdict, readings []feed.Reading) {
	var list []feed.Reading
	for _, g := range readings {
		if g.Verdict == v {
			list = append(list, g)
		}
	}
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b feed.Reading) int { return cmp.Compare(a.Certainty, b.Certainty) })
	fmt.Fprintf(w, "\n%s\n", words.FeedVerdict(v))
	table(w, func(w io.Writer) {
		for i := range list {
			g := &list[i]
			fmt.Fprintf(w, "  %s\t%s\t%s\n", spanText(g), say.Plain(g.Title), say.English.FeedReasons(g))
		}
	})
}

func spanText(g *feed.Reading) string {
	text := words.Day(g.First)
	if g.Last > g.First {
		text += " to " + words.Day(g.Last)
	}
	if g.From.Known() {
		text += ", from " + g.From.String()
	}
	if g.Until.Known() {
		text += ", until " + g.Until.String()
	}
	return text
}
