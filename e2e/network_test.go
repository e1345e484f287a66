//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"midweek/internal/open"
)

// What a family types in this run. The words stand nowhere else, so that they
// can be looked for.
const (
	canaryChild  = "Zaphodina"
	canaryAuthor = "Marvinette"
	canaryNote   = "quixotical hummingbird"
)

// school is a calendar as a school offers it.
const school = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\n" +
	"BEGIN:VEVENT\r\nUID:1@school\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:20260824\r\nSUMMARY:First Day of School\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:2@school\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261128\r\nSUMMARY:No School - Thanksgiving\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:3@school\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:20270610\r\nSUMMARY:Last Day of School\r\nEND:VEVENT\r\n" +
	"END:VCALENDAR\r\n"

// The program and its page's engine run under the system's own eye through all
// that a family does with it, the system's dialogs and a page on paper among
// it: no internet socket is so much as asked for. There is no driver here,
// which would need one. What was typed is afterwards in the record and nowhere
// else, and nobody else may read what was left.
func TestNoInternetSocketIsMade(t *testing.T) {
	s := newStage(t)
	trace := filepath.Join(s.root, "trace")
	c := exec.Command("strace", "-f", "-qq", "-e", "trace=network", "-o", trace, binary(t), "--sample")
	c.Env = s.env()
	said, err := os.Create(filepath.Join(s.root, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	h := &hand{stage: s, window: s.window()}
	t.Cleanup(func() {
		if t.Failed() {
			h.picture("failed-network")
		}
	})
	s.must("xdotool", "windowfocus", "--sync", h.window)
	h.shows("Today, of the sample family")
	h.lookAround()
	h.begins()
	h.keys("ctrl+q")
	if status := s.ends(c); status != 0 {
		t.Errorf("the program ended with status %d", status)
	}
	t.Logf("%d screens: %s", len(h.seen), strings.Join(h.seen, ", "))
	checkTrace(t, trace)
	checkWritten(t, s)
	checkCanaries(t, s)
	checkPrivate(t, s)
}

// lookAround is what a person does with the sample family: log a session, see
// the screens, put a page on paper, read help, change the colors.
func (h *hand) lookAround() {
	h.t.Helper()
	h.goes("ctrl+2", "Calendar")
	h.goes("ctrl+1", "Today")
	h.keys("Tab", "Tab", "Return")
	h.shows("a session logged")
	for _, screen := range [][2]string{
		{"ctrl+3", "Session log"}, {"ctrl+4", "Minutes owed"}, {"ctrl+5", "Day planner"}, {"ctrl+6", "Notes & promises"},
		{"ctrl+7", "Child & services"}, {"ctrl+8", "Attachments"},
	} {
		h.goes(screen[0], screen[1])
	}
	for _, screen := range [][2]string{
		{"school years", "School years"}, {"summer and carry", "Summer and carry-over"}, {"told early", "When you are told early"},
		{"whose rule", "Whose rule"}, {"can it be made", "Can it be made up?"}, {"recent changes", "Recent changes"},
	} {
		h.finds(screen[0], screen[1])
	}
	h.finds("in pictures", "Pictures")
	h.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Return")
	h.answers("Save the page to print", filepath.Join(h.root, "home", "pictures.pdf"))
	h.shows("a page on paper")
	h.goes("F1", "Help")
	h.goes("Escape", "Help, closed")
	h.finds("dark", "Dark")
}

// begins is what a family does on its first evening: begin a record, bring in
// the school's calendar, write a note, attach a letter and read it, save a copy
// and look at the files.
func (h *hand) begins() {
	h.t.Helper()
	for name, data := range map[string][]byte{"school.ics": []byte(school), "letter.pdf": letter("http://192.0.2.1/")} {
		if err := os.WriteFile(filepath.Join(h.root, "home", name), data, 0o600); err != nil {
			h.t.Fatal(err)
		}
	}
	h.finds("new record", "the first screen")
	h.keys("Tab")
	h.types(canaryChild)
	h.keys("Tab")
	h.types(canaryAuthor)
	h.keys("Tab", "Down", "Return") // not locked: what is typed is looked for in the plain file
	h.shows("a record begun")

	h.finds("bring in cal", "Bring in the school's calendar")
	h.keys("Tab", "Return")
	h.answers("Bring in the school's calendar", filepath.Join(h.root, "home", "school.ics"))
	h.shows("what the calendar says")

	h.goes("ctrl+6", "Notes, of the own record")
	h.keys("Tab", "Return")
	h.shows("a note")
	h.types(canaryNote)
	h.keys("ctrl+Return")
	h.shows("a note written")

	h.goes("ctrl+8", "Attachments, of the own record")
	h.keys("Tab", "Return")
	h.answers("Choose files to attach", filepath.Join(h.root, "home", "letter.pdf"))
	h.shows("a letter attached")
	h.finds("letter.pdf", "a letter shown")

	h.keys("ctrl+s")
	h.answers("Save a copy of the record", filepath.Join(h.root, "home", "copy.json"))
	h.shows("a copy saved")
	h.finds("what is stored", "What leaves this computer")
	h.keys("Tab", "Return")
	h.within("the file manager", func() bool { return strings.Contains(h.browsed(), "xdg-open "+h.folder()) })
}

// folder is the data folder of the stage.
func (s *stage) folder() string { return filepath.Join(s.root, "config", "midweek", "data") }

// internet is a socket made, or an address given, that is not of this machine's
// own families, whether it was refused or not. The engine also reads the table
// of routes, in which addresses stand: that is a question to the kernel, and
// goes nowhere.
var internet = regexp.MustCompile(`^socket(pair)?\(AF_INET|sa_family=AF_INET`)

func checkTrace(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	local, processes := 0, map[string]bool{}
	for line := range strings.Lines(string(data)) {
		process, call, _ := strings.Cut(line, " ")
		processes[process] = true
		switch {
		case internet.MatchString(strings.TrimSpace(call)):
			t.Errorf("an internet socket: %.200s", line)
		case strings.Contains(call, "AF_UNIX"):
			local++
		}
	}
	if local < 5 || len(processes) < 3 {
		t.Errorf("only %d local sockets of %d processes were seen: the eye is not open", local, len(processes))
	}
	t.Logf("%d local sockets, %d processes and threads, no internet", local, len(processes))
}

// checkWritten makes sure that the run did what it seemed to do.
func checkWritten(t *testing.T, s *stage) {
	t.Helper()
	for name, start := range map[string]string{"pictures.pdf": "%PDF-", "copy.json": "{"} {
		data, err := os.ReadFile(filepath.Join(s.root, "home", name))
		if err != nil || !strings.HasPrefix(string(data), start) {
			t.Errorf("%s: %v, %.20q", name, err, data)
		}
	}
	house, err := open.New(open.Options{Data: s.folder(), Config: t.TempDir()})
	if err == nil {
		defer house.Close()
		err = house.Own()
	}
	if err != nil {
		t.Fatal(err)
	}
	book, err := house.Room().Book()
	if err != nil {
		t.Fatal(err)
	}
	r := book.Record
	if len(r.Children) != 1 || r.Children[0].Name != canaryChild || len(r.Notes) != 1 || !strings.Contains(r.Notes[0].Text, canaryNote) || len(r.Attachments) != 1 {
		t.Errorf("%d children, %d notes, %d attachments", len(r.Children), len(r.Notes), len(r.Attachments))
	}
}
