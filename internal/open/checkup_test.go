package open_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"midweek/internal/edge/store"
	"midweek/internal/open"
)

// crooked is what opening does not look at: a row that refers to one that is not
// there.
const crooked = "INSERT INTO redactions VALUES ('of', 'nothing')"

func init() { roles["cutter"] = cut }

// cut kills its process in the middle of a change of a plain record.
func cut(dir string) int {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "data", "record.db"))
	end(err)
	db.SetMaxOpenConns(1)
	for _, s := range []string{
		"PRAGMA journal_mode = TRUNCATE", "PRAGMA cache_size = 5", "BEGIN IMMEDIATE",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO drafts SELECT i, hex(zeroblob(900)) FROM n",
	} {
		_, err := db.Exec(s)
		end(err)
	}
	self, err := os.FindProcess(os.Getpid())
	end(err)
	end(self.Kill())
	select {} // until it arrives
}

// at starts the program at a time and opens the record.
func (l *laptop) at(now time.Time) error {
	l.Helper()
	o := l.options()
	o.Now = func() time.Time { return now }
	house, err := open.New(o)
	l.does(err)
	l.house = house
	return l.read()
}

// The whole record is looked through once a week, behind the first screen, and
// what does not fit together is told; within the week it is not looked for.
func TestTheWholeRecordIsCheckedOnceAWeek(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		monday := time.Date(2026, 9, 7, 8, 0, 0, 0, time.UTC)
		l.does(l.at(monday))
		l.does(l.house.Close())
		l.database(f.mode, "PRAGMA foreign_keys = OFF", crooked)
		for day, crooked := range map[int]bool{1: false, 6: false, 7: true, -1: true} {
			err := l.at(monday.AddDate(0, 0, day))
			if got := err != nil; got != crooked {
				t.Errorf("%s, after %d days: %v", f.mode, day, err)
			}
			if crooked {
				l.damaged(err)
			}
			l.does(l.house.Close())
		}
	}
}

// After an end in the middle of something it is looked through at once.
func TestTheWholeRecordIsCheckedAfterACrash(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		now := time.Now()
		l.does(l.at(now))
		l.does(l.house.Close())
		l.database(f.mode, "PRAGMA foreign_keys = OFF", crooked)
		l.does(l.at(now))
		l.does(l.house.Close())
		if f.mode == open.Plain {
			l.cutOff()
		} else {
			l.unclosed()
		}
		l.damaged(l.at(now))
		l.does(l.house.Close())
	}
}

// cutOff leaves a plain record as a process that is killed in a change does.
func (l *laptop) cutOff() {
	l.Helper()
	cut := l.child("cutter", 0)
	if err := cut.Run(); err == nil {
		l.Fatal("the change was not cut off")
	}
	if info, err := os.Stat(l.own() + "-journal"); err != nil || info.Size() == 0 {
		l.Fatal("no journal is left")
	}
}

// unclosed leaves a vault as a process that is killed does.
func (l *laptop) unclosed() {
	l.Helper()
	l.start()
	l.reenter()
	l.names("After")
	file := l.newest(open.Locked)
	data := l.bytes(file)
	l.does(l.house.Close())
	l.write(file, string(data))
	l.does(os.RemoveAll(filepath.Join(l.config, "marks"))) // which tells that the close is missing
}

func (l *laptop) damaged(err error) {
	l.Helper()
	var shut *open.Unopenable
	if !errors.As(err, &shut) || shut.State != store.Damaged {
		l.Errorf("%v, want it damaged", err)
	}
}
