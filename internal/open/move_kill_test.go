package open_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/open"
)

func init() {
	roles["mover"] = moveOnce
	roles["shuttle"] = keepMoving
}

// killKey says before which step a mover is killed, from 1.
const killKey = "MIDWEEK_OPEN_KILL"

// child runs this binary in a role on a laptop's folders.
func (l *laptop) child(role string, at int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"="+role, dirKey+"="+filepath.Dir(l.data), killKey+"="+strconv.Itoa(at))
	cmd.Stderr = os.Stderr
	return cmd
}

// in is the program on folders, in a process of its own.
func in(dir string) *open.House {
	h, err := open.New(open.Options{
		Data: filepath.Join(dir, "data"), Config: filepath.Join(dir, "config"), Today: day.MustParse("2026-09-10"), Cost: cheap,
	})
	end(err)
	return h
}

// entered opens the record of a house, in whichever mode it is.
func entered(h *open.House) *open.Room {
	if h.Mode() == open.Plain {
		end(h.Own())
		return h.Room()
	}
	key, err := open.Recovery(printedKey)
	end(err)
	end(h.Unlock(key, open.Opening{}))
	return h.Room()
}

// moved moves the open record to where it is not.
func moved(h *open.House) {
	if h.Mode() == open.Locked {
		end(h.UnlockRecord(printedKey))
		return
	}
	key, err := open.Recovery(printedKey)
	end(err)
	end(h.LockRecord(key))
}

// end ends a process in a role after an error.
func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

// moveOnce moves a record, starts again, and ends; unless it is killed before one of the
// steps.
func moveOnce(dir string) int {
	at, err := strconv.Atoi(os.Getenv(killKey))
	end(err)
	steps := 0
	open.SetStep(func(_ string, do func() error) error {
		if steps++; steps == at {
			self, err := os.FindProcess(os.Getpid())
			end(err)
			end(self.Kill())
			select {} // until it arrives
		}
		return do()
	})
	h := in(dir)
	entered(h)
	moved(h)
	end(h.Close())
	entered(in(dir))
	return 0
}

// A process that is killed before any step of a move, or of what the next start
// does for it, leaves one whole record, and once that is locked nothing can be
// read.
func TestTortureAMoveKilledAtEveryStep(t *testing.T) {
	every, killed, locked, taken := effort(9, 3, 1), 0, 0, 0
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, f := range families(t) {
		first := 1 + rand.IntN(every)
		for at := first; ; at += every {
			l := f.home(t)
			if l.child("mover", at).Run() == nil {
				break // there are no more steps
			}
			killed++
			l.start()
			if l.house.Moved() == "back" {
				taken++
			}
			l.survives(f, f.acts, fmt.Sprintf("%s, killed at %d", f.mode, at))
			if l.house.Mode() == open.Locked {
				locked++
			}
			l.does(l.house.Close())
		}
	}
	if killed < 4 || taken == 0 || locked == 0 {
		t.Errorf("%d killed, %d taken back, %d locked", killed, taken, locked)
	}
	report("%d kills at the steps of a move: %d taken back, one whole record each time", killed, taken)
}

// survives opens what a killed process left, and starts once more after that.
func (l *laptop) survives(f *family, acts int, when string) {
	l.Helper()
	for range 2 {
		mode := l.house.Mode()
		l.reenter()
		l.whole(f, acts)
		l.alone()
		l.does(l.house.Close())
		l.start()
		if l.house.Mode() != mode {
			l.Errorf("%s at first, then %s", mode, l.house.Mode())
		}
	}
	if l.Failed() {
		l.Fatal(when)
	}
}

// keepMoving writes a name, says it, and moves the record, again and again until
// it is killed; now and then it starts anew.
func keepMoving(dir string) int {
	h := in(dir)
	for n := 0; ; n++ {
		room := entered(h)
		book, err := room.Book()
		end(err)
		name := fmt.Sprintf("child %d", len(book.Record.Children))
		end(room.SaveChild(iep.Child{Name: name}, ""))
		fmt.Println(name)
		moved(h)
		if n%3 == 1 {
			end(h.Close())
			h = in(dir)
		}
	}
}

// A process that is killed at any moment while it moves a record to and fro
// loses nothing that it acknowledged.
func TestTortureAMoveKilledAtAnyMoment(t *testing.T) {
	rounds, acked := effort(2, 8, 100), 0
	if testing.Short() {
		t.Skip("takes seconds, and finds nothing twice the same")
	}
	for _, f := range families(t) {
		l := f.home(t)
		for range rounds {
			lines := l.killedAfter(time.Duration(150+rand.IntN(1000)) * time.Millisecond)
			acked += len(lines)
			l.start()
			f.acts += len(lines)
			l.survives(f, f.acts, "killed at some moment")
			l.reenter()
			if n := len(lines); n > 0 && !strings.Contains(l.children(), lines[n-1]) {
				t.Fatalf("%q is gone: %s", lines[n-1], l.children())
			}
			f.acts = l.history().Len()
			l.does(l.house.Close())
		}
	}
	report("%d kills at any moment of moving to and fro: %d deeds acknowledged, 0 lost", 2*rounds, acked)
}

// killedAfter runs a shuttle for some time, and answers what it said.
func (l *laptop) killedAfter(some time.Duration) (lines []string) {
	l.Helper()
	cmd := l.child("shuttle", 0)
	out, err := cmd.StdoutPipe()
	l.does(err)
	l.does(cmd.Start())
	time.AfterFunc(some, func() { cmd.Process.Kill() })
	said := bufio.NewScanner(out)
	for said.Scan() {
		lines = append(lines, said.Text())
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() == 3 {
		l.Fatalf("it ended by itself: %v", err)
	}
	return lines
}
