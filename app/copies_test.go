package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// childNames are the children of the record that lies open.
func (f *family) childNames() string {
	f.Helper()
	var names []string
	for _, c := range got((&Family{f.desk}).View("")).Children {
		names = append(names, c.Form.Name)
	}
	return strings.Join(names, ", ")
}

func (f *family) rename(name string) {
	f.Helper()
	screen := &Family{f.desk}
	form := got(screen.View("")).Children[0].Form
	form.Name = name
	got(screen.SaveChild("", form))
}

// A family brings back a copy, writes on, and takes the restore back: what was
// written before and since is there.
func TestACopyIsBroughtBackAndThatIsUndone(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Copies{f.desk}
	v := got(screen.Make(""))
	if len(v.Rows) != 1 || v.Frame.Did != "made a safe copy and read it back" || v.Undo != "" {
		t.Fatalf("after making one: %+v", v)
	}
	row := v.Rows[0]
	if row.Why != "You asked for it" || row.Where != "On this computer" || row.Checked != "Read back at once and found whole" || row.Trouble != "" {
		t.Errorf("the copy: %+v", row)
	}
	f.rename("Nora")
	f.note("2026-09-02", "Says her name.")

	p := got(screen.Preview(row.Name, ""))
	if p.First == "" || p.Last == "" || !slices.Contains(p.Entries, "Child: 1") || !slices.Equal(p.Missing, []string{"Note: 1"}) {
		t.Errorf("the preview: %+v", p)
	}
	if want := "Not in this copy: 2 entries and changes of what stands here now."; !slices.Equal(p.Says, []string{want}) {
		t.Errorf("it says %q", p.Says)
	}

	v = got(screen.Restore("", row.Name, ""))
	if f.childNames() != "Mia" || v.Undo == "" || !strings.Contains(v.Frame.Did, "brought the copy back") {
		t.Errorf("after the restore: %s, %q, %q", f.childNames(), v.Undo, v.Frame.Did)
	}
	if kept := v.Rows[0]; kept.Why != "Made before a copy was brought back" || !kept.Stays {
		t.Errorf("the copy before it: %+v", kept)
	}
	f.note("2026-09-03", "Written after it.")

	v = got(screen.Unrestore("", ""))
	if v.Undo != "" || f.childNames() != "Nora" {
		t.Errorf("after undoing it: %q, %s", v.Undo, f.childNames())
	}
	if notes := f.notesOf(); !strings.Contains(notes, "Says her name.") || !strings.Contains(notes, "Written after it.") {
		t.Errorf("a note is lost: %q", notes)
	}
}

// notesOf are the notes that a family wrote.
func (f *family) notesOf() string {
	f.Helper()
	var b strings.Builder
	for _, n := range got((&Notes{f.desk}).View("")).Notes {
		b.WriteString(n.Form.Text + "\n")
	}
	return b.String()
}

func (f *family) note(date, text string) {
	f.Helper()
	child := got((&Family{f.desk}).View("")).Children[0].Form.ID
	got((&Notes{f.desk}).SaveNote("", NoteForm{Child: child, Date: date, Kind: "progress", KnownBy: "parent", Text: text}))
}

// The stick: chosen once, copied to at once, told of when it is long ago or away.
func TestACopyOutsideThisComputer(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Copies{f.desk}
	v := got(screen.View(""))
	if v.Second.Says != "Last copy outside this computer: none so far." || !v.Second.Late {
		t.Errorf("before: %+v", v.Second)
	}
	f.out.folder = filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(f.out.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	v = got(screen.Second(""))
	if v.Second.Folder != f.out.folder || v.Second.Late || v.Second.Away != "" || v.Rows[0].Where != "On this computer and in the second folder" {
		t.Errorf("after: %+v, %+v", v.Second, v.Rows[0])
	}
	if err := os.Rename(f.out.folder, f.out.folder+" pulled out"); err != nil {
		t.Fatal(err)
	}
	if v = got(screen.View("")); v.Second.Away == "" || v.Trouble != "" {
		t.Errorf("pulled out: %+v, %q", v.Second, v.Trouble)
	}
	if v = got(screen.Forget("")); v.Second.Folder != "" {
		t.Errorf("forgotten: %+v", v.Second)
	}
	f.out.folder = ""
	if v = got(screen.Second("")); v.Second.Folder != "" || v.Frame.Did != "" {
		t.Errorf("a dialog that was closed: %+v, %q", v.Second, v.Frame.Did)
	}
}

func TestWordsOfTheLastCopyOutside(t *testing.T) {
	today := day.MustParse("2026-11-22")
	at := func(days int) time.Time { return time.Date(2026, 11, 22-days, 23, 30, 0, 0, time.Local) }
	for days, want := range map[int]struct {
		says string
		late bool
	}{
		0: {"today", false}, 1: {"yesterday", false}, 2: {"2 days ago", false}, 30: {"30 days ago", false}, 31: {"31 days ago", true}, 41: {"41 days ago", true},
	} {
		if says := outsideWords(today, at(days)); says != "Last copy outside this computer: "+want.says+"." || late(today, at(days)) != want.late {
			t.Errorf("%d days: %q, late %v", days, says, late(today, at(days)))
		}
	}
	if !late(today, time.Time{}) {
		t.Error("never is not late")
	}
}

// Today says it in one line, not in the first week, and not for a week after it
// was put away.
func TestTodaySaysThatNoCopyIsOutside(t *testing.T) {
	f := newFamily(t, day.FromTime(time.Now()).String())
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	if line := got((&Today{f.desk}).View("")).Copy; line.Text != "" {
		t.Errorf("on the first evening: %q", line.Text)
	}
	later := func(days day.Day) CopyLine {
		f.today += days
		f.restart()
		if err := f.desk.House.Room().Load(); err != nil {
			t.Fatal(err)
		}
		return got((&Today{f.desk}).View("")).Copy
	}
	line := later(8)
	if line.Text != "Last copy outside this computer: none so far." {
		t.Fatalf("after a week: %q", line.Text)
	}
	if line = got((&Today{f.desk}).NotNow("", line.Key)).Copy; line.Text != "" {
		t.Errorf("put away: %q", line.Text)
	}
	if line = later(6); line.Text != "" {
		t.Errorf("six days later: %q", line.Text)
	}
	if line = later(1); line.Text == "" {
		t.Error("a week later nothing is said")
	}
}

func TestTheSampleFamilyIsNotCopied(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	got((&Start{f.desk}).Sample())
	screen := &Copies{f.desk}
	if v := got(screen.View("")); v.Sample == "" || len(v.Rows) > 0 {
		t.Errorf("%+v", v)
	}
	_, err := screen.Make("")
	refused(t, err, refusal.NoCopies, "")
}

// Everything is taken along only with a passphrase worth the name, typed twice.
func TestEverythingIsTakenAlong(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Copies{f.desk}
	f.out.saved = filepath.Join(t.TempDir(), "all.zip.age")
	for _, c := range []struct {
		form  PortableForm
		code  refusal.Code
		field string
	}{
		{PortableForm{}, refusal.Missing, "passphrase"},
		{PortableForm{"short", "short"}, refusal.PassphraseShort, "passphrase"},
		{PortableForm{"my dear mia is seven", "my dear mia is seven"}, refusal.PassphraseName, "passphrase"},
		{PortableForm{"orbit maple seventeen lanterns", "orbit maple seventeen"}, refusal.NotTheSame, "again"},
	} {
		_, err := screen.Portable("", c.form)
		refused(t, err, c.code, c.field)
	}
	if _, err := os.Stat(f.out.saved); err == nil {
		t.Fatal("a file was written all the same")
	}
	v := got(screen.Portable("", PortableForm{"orbit maple seventeen lanterns", "orbit maple seventeen lanterns"}))
	if !strings.HasPrefix(v.Frame.Did, "saved all.zip.age") || len(v.Untaken) > 0 {
		t.Errorf("%q, %v", v.Frame.Did, v.Untaken)
	}
	data, err := os.ReadFile(f.out.saved)
	if err != nil || !strings.HasPrefix(string(data), "age-encryption.org/v1\n-> scrypt ") {
		t.Errorf("the file: %.40q, %v", data, err)
	}
}

// A new laptop, and a record that does not open: a copy becomes the record.
func TestACopyBecomesTheRecord(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	got((&Copies{f.desk}).Make(""))
	f.restart(func() { f.rewrite(func([]byte) []byte { return []byte("spoilt by a failing disk") }) })
	screen := &Copies{f.desk}
	if v := got((&Start{f.desk}).View()); v.State != "rescue" {
		t.Fatalf("it is %s", v.State)
	}
	v := got(screen.Lying())
	if len(v.Rows) == 0 {
		t.Fatal("no copy is told of")
	}
	if v = got(screen.ChooseLying(v.Rows[0].Name)); !v.Chosen.Done {
		t.Errorf("chosen: %+v", v.Chosen)
	}
	if v := got((&Start{f.desk}).View()); v.State != "open" || f.childNames() != "Mia" {
		t.Errorf("it is %s, with %s", v.State, f.childNames())
	}
	_, err := screen.ChooseLying("../../etc/passwd")
	refused(t, err, refusal.CopyGone, "")
}

// A locked copy asks for its passphrase and takes the recovery key as well; the
// page never sees where it lies.
func TestALockedCopyAsks(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	recovery, printed := open.NewRecovery()
	if err := f.desk.House.Begin("Mom", "Mia", open.Passphrase("orbit maple seventeen"), recovery); err != nil {
		t.Fatal(err)
	}
	made, err := f.desk.House.Room().MakeCopy(open.AskedCopy)
	if err != nil {
		t.Fatal(err)
	}
	stick := filepath.Join(t.TempDir(), made.Name)
	data, err := os.ReadFile(filepath.Join(f.dir, "data", "backups", made.Name))
	if err == nil {
		err = os.WriteFile(stick, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	other := newFamily(t, "2026-09-03")
	other.out.file = stick
	screen := &Copies{other.desk}
	v := got(screen.ChooseFile())
	if v.Chosen.Done || v.Chosen.Name != made.Name {
		t.Fatalf("chosen: %+v", v.Chosen)
	}
	_, err = screen.OpenChosen("")
	refused(t, err, refusal.Missing, "secret")
	_, err = screen.OpenChosen("not it at all")
	refused(t, err, refusal.WrongPassphrase, "secret")
	if v = got(screen.OpenChosen(strings.ToLower(printed))); !v.Chosen.Done || !other.desk.House.Room().Locked() {
		t.Errorf("with the recovery key: %+v", v.Chosen)
	}
	if other.childNames() != "Mia" {
		t.Errorf("the children: %s", other.childNames())
	}
}

// A family that removed words for good can remove the copies that still have
// them.
func TestOlderCopiesAreRemoved(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Copies{f.desk}
	got(screen.Make(""))
	f.rename("Nora")
	got(screen.Make(""))
	v := got(screen.Older(""))
	if len(v.Rows) != 1 || v.Left != "" || !strings.HasPrefix(v.Frame.Did, "removed 2 copies for good") {
		t.Errorf("%d copies are left, %q, %q", len(v.Rows), v.Left, v.Frame.Did)
	}
}

// What the engine tells of a stick that failed, a copy that is damaged and a
// trial that did not work is said in words.
func TestWhatWentWrongIsSaid(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	f.desk.copies = troubled{atHand{f.desk.House, f.desk.House.Room()}}
	v := got((&Copies{f.desk}).View(""))
	for _, c := range []struct{ got, want string }{
		{v.Trouble, "could not be made: the disk is full"},
		{v.Rows[0].Trouble, "damaged"},
		{v.Second.Failed, "The last try to copy there failed: the disk is full"},
		{v.Drill, "did not work: this safe copy is damaged"},
		{v.Lead, "There is no safe copy yet."},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%q, want %q in it", c.got, c.want)
		}
	}
	if strings.Contains(strings.Join([]string{v.Trouble, v.Second.Failed, v.Drill, v.Lies}, " "), "{") {
		t.Error("a place of a sentence was not filled in")
	}
}

// troubled has nothing but trouble.
type troubled struct{ copier }

func (troubled) Copies() ([]open.Copy, error) {
	return []open.Copy{{Name: "a", Kind: open.ExitCopy, Acts: 7, Err: refusal.New(refusal.CopyDamaged)}}, nil
}

func (troubled) CopyTrouble() *refusal.Refusal { return refusal.New(refusal.DiskFull) }

func (troubled) Second() open.SecondFolder {
	return open.SecondFolder{Dir: "/media/stick", There: true, Err: refusal.New(refusal.DiskFull)}
}

func (troubled) LastDrill() open.Drill {
	return open.Drill{At: time.Date(2026, 9, 1, 8, 0, 0, 0, time.Local), Err: refusal.New(refusal.CopyDamaged)}
}

// A folder of a cloud program is told of, calmly, with what it means in each
// mode.
func TestAFolderOfACloudProgram(t *testing.T) {
	if v := cloudView(open.NoCloud, false, "data"); v.Title != "" || v.Advice == nil {
		t.Errorf("none: %+v", v)
	}
	plain, locked := cloudView("Dropbox", false, "data"), cloudView("Dropbox", true, "data")
	if plain.Title != "Dropbox seems to keep this folder in step" || !strings.Contains(plain.Text, "the company can read it") {
		t.Errorf("plain: %+v", plain)
	}
	if !strings.Contains(locked.Text, "nobody there can read it") || len(locked.Advice) != 3 {
		t.Errorf("locked: %+v", locked)
	}
	if other := cloudView(open.OtherCloud, true, "second"); !strings.HasPrefix(other.Title, "A cloud program seems") {
		t.Errorf("of a maker not known: %+v", other)
	}
}
