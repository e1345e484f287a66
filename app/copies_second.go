package app

import (
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// A CopiesSecond is the folder outside this computer: a stick, or another disk.
type CopiesSecond struct {
	Folder string    `json:"folder"` // as a text; empty when none was chosen
	Says   string    `json:"says"`   // Last copy outside this computer: 41 days ago
	Late   bool      `json:"late"`   // that is long ago
	Away   string    `json:"away"`   // it cannot be reached just now; empty when it can
	Failed string    `json:"failed"` // why the latest try failed; empty when it did not
	Cloud  CloudView `json:"cloud"`
}

// A CloudView tells of a folder that a cloud program seems to keep in step, or
// of none: then its title is empty.
type CloudView struct {
	Title  string   `json:"title"`
	Text   string   `json:"text"`
	Advice []string `json:"advice"`
}

// outsideDays is after how many days a copy outside this computer is long ago.
const outsideDays = 30

// Second asks for a folder outside this computer and puts a copy there.
func (c *Copies) Second(child string) (*CopiesView, error) {
	of, err := c.ours()
	if err != nil {
		return nil, err
	}
	dir, err := c.Desk.Outside.Folder(words.Put("dialog.second"))
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return c.View(child)
	}
	if err := of.SetSecond(dir); err != nil {
		return nil, err
	}
	return c.ToSecond(child)
}

// ToSecond puts a copy into the folder outside this computer now.
func (c *Copies) ToSecond(child string) (*CopiesView, error) {
	return c.does(child, "did.copied_outside", copier.CopyToSecond)
}

// Forget forgets that folder. What lies in it stays.
func (c *Copies) Forget(child string) (*CopiesView, error) {
	return c.does(child, "did.forgot_second", func(of copier) error { return of.SetSecond("") })
}

func (s *sheet) second(f open.SecondFolder) CopiesSecond {
	v := CopiesSecond{Folder: f.Dir, Says: outsideWords(s.Today, f.Last), Late: late(s.Today, f.Last), Cloud: CloudView{Advice: []string{}}}
	if f.Dir == "" {
		return v
	}
	switch {
	case !f.There:
		v.Away = words.Put("copies.away")
	case f.Err != nil:
		v.Failed = words.Put("copies.second_failed", "why", words.Refusal(f.Err))
	}
	v.Cloud = cloudView(open.SyncedFolder(f.Dir), s.room.Locked(), "second")
	return v
}

// outsideWords is the one line about the last copy outside this computer.
func outsideWords(today day.Day, last time.Time) string {
	if last.IsZero() {
		return words.Put("copies.outside_never")
	}
	return words.Put("copies.outside", "ago", agoWords(today, last))
}

// late says whether a copy outside is long ago, or there was none.
func late(today day.Day, last time.Time) bool {
	return last.IsZero() || int(today-day.FromTime(last)) > outsideDays
}

// cloudView says what it means that a cloud program seems to keep a folder in
// step: what is the data or second.
func cloudView(by open.CloudService, locked bool, what string) CloudView {
	v := CloudView{Advice: []string{}}
	if by == open.NoCloud {
		return v
	}
	name := string(by)
	if by == open.OtherCloud {
		name = words.Put("cloud.other")
	}
	v.Title = say.Capital(words.Put("cloud."+what, "name", name))
	v.Text = words.Put("cloud."+what+"."+lockedWord(locked), "name", name)
	if what == "data" {
		v.Advice = []string{words.Put("cloud.advice.one"), words.Put("cloud.advice.move", "name", name), words.Put("cloud.advice." + lockedWord(locked))}
	}
	return v
}
