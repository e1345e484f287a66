package open_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// A laptop is the program on folders of its own.
type laptop struct {
	*testing.T
	data, config string
	house        *open.House
	clock        func() time.Time // nil: the system's
}

func newLaptop(t *testing.T) *laptop {
	dir := t.TempDir()
	l := &laptop{T: t, data: filepath.Join(dir, "data"), config: filepath.Join(dir, "config")}
	l.start()
	t.Cleanup(func() { l.house.Close() })
	return l
}

func (l *laptop) options() open.Options {
	return open.Options{Data: l.data, Config: l.config, Today: day.MustParse("2026-09-10"), Cost: cheap, Now: l.clock}
}

// cheap is a try of a passphrase that takes no time.
var cheap = open.Cost{MemoryKiB: 64, Passes: 1, Threads: 1}

func (l *laptop) start() {
	l.Helper()
	house, err := open.New(l.options())
	l.does(err)
	l.house = house
}

// restart closes the program, lets something happen meanwhile, and opens the
// family's record again.
func (l *laptop) restart(meanwhile ...func()) {
	l.Helper()
	l.does(l.house.Close())
	for _, do := range meanwhile {
		do()
	}
	l.start()
	l.does(l.house.Own())
}

func (l *laptop) does(err error) {
	l.Helper()
	if err != nil {
		l.Fatal(err)
	}
}

func (l *laptop) refused(code refusal.Code, err error) {
	l.Helper()
	if r := refusal.From(err); r == nil || r.Code != code {
		l.Errorf("%v, want a refusal with %s", err, code)
	}
}

// begin begins a record for Mia.
func (l *laptop) begin() {
	l.Helper()
	l.does(l.house.Begin("Mom", "Mia"))
}

// names adds a child by a name.
func (l *laptop) names(name string) {
	l.Helper()
	l.does(l.house.Room().SaveChild(iep.Child{Name: name}, ""))
}

// children are the names in the open record, by the alphabet.
func (l *laptop) children() string {
	l.Helper()
	book, err := l.house.Room().Book()
	l.does(err)
	var names []string
	for _, c := range book.Record.Children {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return fmt.Sprint(names)
}

func (l *laptop) wants(children string) {
	l.Helper()
	if got := l.children(); got != children {
		l.Errorf("children %s, want %s", got, children)
	}
}

func (l *laptop) history() *history.History {
	l.Helper()
	all, err := l.house.Room().History()
	l.does(err)
	return all
}

// devices are the devices that wrote, each once.
func (l *laptop) devices() []string {
	var list []string
	for _, a := range l.history().Acts() {
		if len(list) == 0 || list[len(list)-1] != a.Device {
			list = append(list, a.Device)
		}
	}
	return list
}

func (l *laptop) own() string { return filepath.Join(l.data, "record.db") }

// bytes are what a file holds.
func (l *laptop) bytes(file string) []byte {
	l.Helper()
	data, err := os.ReadFile(file)
	l.does(err)
	return data
}

func (l *laptop) write(file, text string) string {
	l.Helper()
	l.does(os.WriteFile(file, []byte(text), 0o600))
	return file
}

// sneak changes a record's file as another program would.
func sneak(t *testing.T, file string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(file))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// forge changes acts, which the file itself forbids.
func forge(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(file))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var trigger string
	if err := db.QueryRow("SELECT sql FROM sqlite_master WHERE name = 'acts_hold'").Scan(&trigger); err != nil {
		t.Fatal(err)
	}
	sneak(t, file, "DROP TRIGGER acts_hold", statement, trigger)
}

func hash(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

func TestARecordIsThereOnTheNextEvening(t *testing.T) {
	l := newLaptop(t)
	if err := l.house.Own(); !isAbsent(err) {
		t.Fatalf("before it is begun: %v", err)
	}
	l.begin()
	l.restart()
	l.wants("[Mia]")
	if got := l.house.Room().Author(); got != "Mom" {
		t.Errorf("author %q", got)
	}
	l.refused(refusal.AlreadyThere, l.house.Begin("Dad", "Leo"))
	if got := l.house.Room(); got == nil || got.Author() != "Mom" {
		t.Error("begun over what was there")
	}
}

func isAbsent(err error) bool {
	var shut *open.Unopenable
	return errors.As(err, &shut) && shut.State == open.Absent
}

// The second window gets nothing, reads nothing and makes nothing, until the
// first is closed.
func TestASecondWindowWaits(t *testing.T) {
	l := newLaptop(t)
	second, err := open.New(l.options())
	if !errors.Is(err, open.ErrInUse) || !second.InUse() || l.house.InUse() {
		t.Fatalf("the second window: %v", err)
	}
	l.refused(refusal.RecordInUse, second.Own())
	l.refused(refusal.RecordInUse, second.Begin("Mom", "Mia"))
	l.refused(refusal.RecordInUse, second.Sample())
	if _, err := os.Stat(l.own()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the second window made a record: %v", err)
	}
	l.does(second.Close())
	l.begin()
	l.restart()
	l.wants("[Mia]")
}

// A new laptop, or settings that are lost, is a new device: it goes on in the
// record without claiming a place in another's chain.
func TestANewLaptopWritesAsANewDevice(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.restart()
	l.names("Leo")
	if got := l.devices(); len(got) != 1 {
		t.Fatalf("one laptop wrote as %v", got)
	}
	l.restart(func() { l.does(os.RemoveAll(l.config)) })
	l.names("Ana")
	l.wants("[Ana Leo Mia]")
	if got := l.devices(); len(got) != 2 || len(l.history().Forks()) > 0 {
		t.Errorf("wrote as %v, forks %v", got, l.history().Forks())
	}
	l.restart()
	l.names("Tom")
	if got := l.devices(); len(got) != 2 {
		t.Errorf("the new laptop did not stay the same: %v", got)
	}
}

// A device that cannot be read is as good as none.
func TestADeviceThatCannotBeReadIsANewOne(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.restart(func() {
		files, err := filepath.Glob(filepath.Join(l.config, "devices", "*.json"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		l.write(files[0], "{")
	})
	l.names("Leo")
	if got := l.devices(); len(got) != 2 {
		t.Errorf("wrote as %v", got)
	}
}

// An old copy of the record brought back goes on under a new device, so that
// what was written after the copy can come back later, and nothing forks.
func TestARestoredCopyForksNothing(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.does(l.house.Leave())
	copied := l.bytes(l.own())
	l.does(l.house.Own())
	l.names("Leo")
	before := values(l.history())

	l.restart(func() { l.write(l.own(), string(copied)) })
	l.wants("[Mia]")
	l.names("Ana")
	merged, err := l.history().Merge(before)
	if err != nil || len(merged.Forks) > 0 || len(merged.New) != 1 {
		t.Fatalf("%d new, forks %v, %v", len(merged.New), merged.Forks, err)
	}
	if got := l.devices(); len(got) != 2 {
		t.Errorf("wrote as %v", got)
	}
}

// Two copies that went on as one device are told apart once they meet: this
// computer, which sees its own chain fork, writes on as a new one.
func TestAForkedDeviceBecomesANewOne(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.does(l.house.Close())
	twin := &laptop{T: t, data: t.TempDir(), config: t.TempDir()}
	l.does(os.CopyFS(twin.data, os.DirFS(l.data)))
	l.does(os.CopyFS(twin.config, os.DirFS(l.config)))
	l.start()
	l.does(l.house.Own())
	twin.start()
	defer twin.house.Close()
	twin.does(twin.house.Own())
	l.names("Leo")
	twin.names("Ana")

	merged, err := l.history().Merge(values(twin.history()))
	l.does(err)
	if len(merged.Forks) != 1 {
		t.Fatalf("forks %v", merged.Forks)
	}
	union := merged.Union
	l.does(l.house.Leave())
	l.take(merged.New, union)
	l.does(l.house.Own())
	l.names("Tom")
	if got := l.devices(); len(got) != 2 || len(l.history().Forks()) != 1 {
		t.Errorf("wrote as %v, forks %v", got, l.history().Forks())
	}
	l.wants("[Ana Leo Mia Tom]")
}

// values are all acts of a history.
func values(h *history.History) []history.Act {
	var all []history.Act
	for _, a := range h.Acts() {
		all = append(all, *a)
	}
	return all
}
