package open_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/iep"
	"midweek/internal/open"
)

func init() { roles["keeper"] = keepCopying }

// keepCopying writes names, makes copies, brings one back and takes that back,
// until it is killed. Before each step it says which names there may be after
// it, and after it that they are there; of a copy, that it is there.
func keepCopying(dir string) int {
	h := in(dir)
	entered(h)
	names := namesIn(h)
	for n := 0; ; n++ {
		made, err := h.Room().MakeCopy(open.AskedCopy)
		end(err)
		fmt.Println("copy", made.Name)
		copied := slices.Clone(names)
		for range 2 {
			name := fmt.Sprintf("n%d", time.Now().UnixNano())
			names = append(names, name)
			say("next", names)
			end(h.Room().SaveChild(iep.Child{Name: name}, ""))
			say("now", names)
		}
		before := slices.Clone(names)
		say("next", copied)
		end(h.Restore(made.Name))
		say("now", copied)
		name := fmt.Sprintf("n%d", time.Now().UnixNano())
		names = append(slices.Clone(copied), name)
		say("next", names)
		end(h.Room().SaveChild(iep.Child{Name: name}, ""))
		say("now", names)
		names = append(before, name)
		say("next", names)
		end(h.UndoRestore())
		say("now", names)
		if n%3 == 2 {
			end(h.Close())
			h = in(dir)
			entered(h)
		}
	}
}

func say(when string, names []string) {
	names = slices.Sorted(slices.Values(names))
	fmt.Println(when, strings.Join(names, " "))
}

func namesIn(h *open.House) []string {
	book, err := h.Room().Book()
	end(err)
	var names []string
	for _, c := range book.Record.Children {
		names = append(names, c.Name)
	}
	return names
}

// A process that is killed while it makes copies, brings them back and takes
// that back leaves what it acknowledged, or that and the one step after it; and
// no copy that is not whole.
func TestTortureKillsWhileCopiesAreMadeAndBroughtBack(t *testing.T) {
	for name, locked := range modes {
		rounds, steps, copies := effort(4, 12, 250), 0, 0
		var l *laptop
		for round := range rounds {
			if round%4 == 0 {
				l = newLaptop(t)
				if locked {
					l.does(l.house.Begin("Mom", "Mia", printed(t)))
				} else {
					l.begin()
				}
				l.does(l.house.Close())
			}
			said := l.keeperKilled(time.Duration(300+rand.IntN(2200)) * time.Millisecond)
			steps += len(said)
			copies += l.keptWhole(said)
		}
		if copies == 0 {
			t.Errorf("%s: no copy was ever made", name)
		}
		report("%d kills while copies are made and brought back, %s: %d steps and %d copies acknowledged, 0 lost", rounds, name, steps, copies)
	}
}

// keeperKilled runs a keeper for some time and answers what it said.
func (l *laptop) keeperKilled(some time.Duration) (said []string) {
	l.Helper()
	cmd := l.child("keeper", 0)
	out, err := cmd.StdoutPipe()
	l.does(err)
	l.does(cmd.Start())
	time.AfterFunc(some, func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		said = append(said, lines.Text())
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() == 3 {
		l.Fatalf("it ended by itself: %v", err)
	}
	return said
}

// keptWhole opens what a killed keeper left, and says how many copies it had
// made.
func (l *laptop) keptWhole(said []string) (copies int) {
	l.Helper()
	l.start()
	l.reenter()
	var now, next string
	for _, line := range said {
		what, of, _ := strings.Cut(line, " ")
		switch what {
		case "copy":
			copies++
			if _, err := l.house.CopyFile(of); err != nil {
				l.Fatalf("%s is gone: %v", of, err)
			}
		case "now":
			now, next = of, of
		case "next":
			next = of
		}
	}
	if got := strings.Trim(l.children(), "[]"); now != "" && got != now && got != next {
		l.Fatalf("there are %q, acknowledged %q, next %q", got, now, next)
	}
	if forks := l.history().Forks(); len(forks) > 0 {
		l.Fatalf("chains fork: %v", forks)
	}
	all, err := l.house.Copies()
	l.does(err)
	for _, c := range all[:min(len(all), 6)] {
		if err := l.house.CheckCopy(c.Name, nil); err != nil {
			l.Fatalf("%s: %v", c.Name, err)
		}
	}
	l.does(l.house.Close())
	return copies
}
