package app

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func pngFile(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// offers gives the dialog files to attach.
func (f *family) offers(files map[string]string) {
	f.Helper()
	f.out.files = nil
	dir := f.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			f.Fatal(err)
		}
		f.out.files = append(f.out.files, path)
	}
	slices.Sort(f.out.files)
}

func (f *family) papers(q PapersQuery) *PapersView { return got((&Papers{f.desk}).View(q)) }

func namesOf(v *PapersView) string {
	var names []string
	for _, row := range v.Rows {
		names = append(names, row.Name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// on are the files of attachments that lie in the data folder.
func (f *family) lying() []string {
	f.Helper()
	found, err := filepath.Glob(filepath.Join(f.dir, "data", "attachments", "*", "*"))
	if err != nil {
		f.Fatal(err)
	}
	return found
}

// Three files at once: two are kept, one is a folder. Undo takes both back and
// leaves their bytes; Redo has them again.
func TestFilesAreAttached(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	if v := f.papers(PapersQuery{}); len(v.Rows) != 0 || v.Lead != "" || v.Loose != "" {
		t.Errorf("before: %+v", v)
	}
	f.offers(map[string]string{"IEP page 14.pdf": "%PDF-1.7\n", "note.png": pngFile(t)})
	f.out.files = append(f.out.files, f.TempDir())
	v := got(screen.Add(PapersQuery{}))
	if namesOf(v) != "IEP page 14.pdf, note.png" || v.Frame.Did != "attached 2 files" || v.Frame.Saved == "" {
		t.Fatalf("%s: %q", namesOf(v), v.Frame.Did)
	}
	if len(v.Untaken) != 1 || !strings.Contains(v.Untaken[0].Text, "ordinary file") {
		t.Errorf("not taken: %+v", v.Untaken)
	}
	byName := map[string]PaperRow{}
	for _, row := range v.Rows {
		byName[row.Name] = row
	}
	if r := byName["IEP page 14.pdf"]; r.Kind != "PDF" || r.Show != "pdf" || r.Size != "9 bytes" || r.Added.ISO != "2026-09-10" || r.Trouble != "" {
		t.Errorf("%+v", r)
	}
	if r := byName["note.png"]; r.Kind != "Picture (PNG)" || r.Show != "image" {
		t.Errorf("%+v", r)
	}
	if v = got(screen.Undo(PapersQuery{})); len(v.Rows) != 0 || len(f.lying()) != 2 || v.Loose != "" {
		t.Errorf("after undo: %s, %d files, %q", namesOf(v), len(f.lying()), v.Loose)
	}
	if v = got(screen.Redo(PapersQuery{})); len(v.Rows) != 2 {
		t.Errorf("after redo: %s", namesOf(v))
	}
}

// Where nothing can be taken the record is as it was, and it is told why.
func TestFilesThatAreNotTaken(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	large := filepath.Join(f.TempDir(), "film.mov")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 50<<20+1); err != nil {
		t.Fatal(err)
	}
	f.offers(map[string]string{"empty.pdf": ""})
	f.out.files = append(f.out.files, large, filepath.Join(f.dir, "gone.pdf"))
	before, _ := f.desk.House.Room().Edits()
	v := got(screen.Add(PapersQuery{}))
	after, _ := f.desk.House.Room().Edits()
	if len(v.Untaken) != 3 || len(v.Rows) != 0 || len(f.lying()) != 0 || before.Deed != after.Deed || v.Frame.Did != "" {
		t.Errorf("%+v", v)
	}
	for i, want := range []string{"nothing in it", "larger than 50 MB", "not there any more"} {
		if !strings.Contains(v.Untaken[i].Text, want) {
			t.Errorf("%s: %s", v.Untaken[i].Name, v.Untaken[i].Text)
		}
	}
	f.out.files = nil
	if v := got(screen.Add(PapersQuery{})); len(v.Rows) != 0 || len(v.Untaken) != 0 {
		t.Errorf("after a dialog that was closed: %+v", v)
	}
}

// An attachment of a session stands with it, and counts at its row of the log;
// it is about the session's child.
func TestAnAttachmentBelongsToASession(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log := &Log{f.desk}
	rows := got(log.View(LogQuery{})).Rows
	key := rows[0].Key
	screen := &Papers{f.desk}
	q := PapersQuery{Noun: "session", ID: key}
	f.offers(map[string]string{"note.pdf": "%PDF-1.7\n"})
	v := got(screen.Add(q))
	if len(v.Rows) != 1 || v.Of == "" || v.Rows[0].Of[0].Text != v.Of || !strings.HasSuffix(v.Rows[0].Of[0].To, "/open/"+key) {
		t.Fatalf("%+v", v)
	}
	rows = got(log.View(LogQuery{})).Rows
	if rows[0].Papers != 1 || rows[1].Papers != 0 {
		t.Errorf("the log counts %d and %d", rows[0].Papers, rows[1].Papers)
	}
	child := got((&Family{f.desk}).View("")).Children[0].Form.ID
	alone, _ := f.desk.House.Room().Binder.Book()
	if got := alone.ChildrenOf(iep.Ref{Noun: "session", ID: key}); !slices.Equal(got, []string{child}) {
		t.Errorf("it is about %v", got)
	}
	got(log.Happened(LogQuery{}, []string{key}))
	if v := f.papers(q); len(v.Rows) != 1 || !strings.Contains(v.Of, "Speech") {
		t.Errorf("once it is filled in: %+v", v)
	}
}

// Name, note and links can be changed; the list can be left, and come back to.
func TestAnAttachmentIsChangedAndStruck(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"scan0001.pdf": "%PDF-1.7\n"})
	v := got(screen.Add(PapersQuery{}))
	id := v.Rows[0].ID
	_, err := screen.Save(PapersQuery{}, PaperForm{ID: id, Name: " "})
	refused(t, err, refusal.Missing, "name")
	var plan string
	for _, e := range v.Entries {
		if strings.HasPrefix(e.ID, "plan ") {
			plan = e.ID
		}
	}
	v = got(screen.Save(PapersQuery{}, PaperForm{ID: id, Name: "IEP, signed", Note: "the day after", Of: []string{plan, "meeting gone"}}))
	row := v.Rows[0]
	if row.Name != "IEP, signed" || row.Note != "the day after" || row.Of[0].Text != "IEP, Mon Aug 24, 2026" || row.Of[1].Text != "An entry that is not here any more" {
		t.Errorf("%+v", row)
	}
	v = got(screen.Strike(PapersQuery{}, id, "twice"))
	if len(v.Rows) != 0 || len(f.lying()) != 1 || v.Frame.Did != "struck an attachment" {
		t.Errorf("struck: %+v", v)
	}
	_, err = screen.Save(PapersQuery{}, PaperForm{ID: id, Name: "x"})
	refused(t, err, refusal.Gone, "")
	if v = got(screen.Undo(PapersQuery{})); len(v.Rows) != 1 {
		t.Error("it did not come back")
	}
}

// What the page gets: the checked bytes of a picture under the kind that they
// are, and nothing of what is only kept, damaged, gone or not in the record.
func TestWhatThePageIsGiven(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	picture := pngFile(t)
	f.offers(map[string]string{"1 scan.exe": picture, "2 page.pdf": "<html><script>alert(1)</script>%PDF-1.7", "3 letter.pdf": "%PDF-1.7\n"})
	v := got(screen.Add(PapersQuery{}))
	slices.SortFunc(v.Rows, func(a, b PaperRow) int { return strings.Compare(a.Name, b.Name) })
	scan, page, letter := v.Rows[0].ID, v.Rows[1].ID, v.Rows[2].ID

	if s := got(screen.Look(scan)); s.Show != "image" || s.Trouble != "" {
		t.Errorf("%+v", s)
	}
	paper, err := f.desk.Paper(scan)
	if err != nil || paper.Kind != "image/png" || paper.Size != int64(len(picture)) {
		t.Fatalf("%+v, %v", paper, err)
	}
	if data, _ := io.ReadAll(paper.Bytes); string(data) != picture {
		t.Error("other bytes")
	}
	paper.Bytes.Close()

	if s := got(screen.Look(page)); s.Show != "" || !s.Whole || !strings.HasPrefix(s.Trouble, "This kind of file is kept, not shown") {
		t.Errorf("%+v", s)
	}
	for what, id := range map[string]string{"a page": page, "a path": "../record.db", "nobody's": strings.Repeat("0", 32), "no": ""} {
		if _, err := f.desk.Paper(id); err == nil {
			t.Errorf("%s is given to the page", what)
		}
	}
	for _, name := range f.lying() {
		if filepath.Base(name) == letter {
			if err := os.WriteFile(name, []byte("%PDF-1.8\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if s := got(screen.Look(letter)); s.Show != "" || s.Whole || !strings.Contains(s.Trouble, "damaged") {
		t.Errorf("%+v", s)
	}
	_, err = f.desk.Paper(letter)
	if r := refusal.From(err); r == nil || r.Code != refusal.PaperDamaged {
		t.Errorf("damaged, and given: %v", err)
	}
	f.out.saved = filepath.Join(f.dir, "copy.pdf")
	_, err = screen.SaveCopy(PapersQuery{}, letter)
	refused(t, err, refusal.PaperDamaged, "")
	if _, err := os.Stat(f.out.saved); !os.IsNotExist(err) {
		t.Error("a damaged file was saved")
	}
}

// After the first screen it is told which files are missing.
func TestMissingFilesAreNoticed(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	f.offers(map[string]string{"a.pdf": "%PDF-1.7\n", "b.pdf": "%PDF-1.7\nmore"})
	got((&Papers{f.desk}).Add(PapersQuery{}))
	f.out.refreshed = make(chan bool, 1)
	f.restart(func() {
		lying := f.lying()
		for _, err := range []error{os.Remove(lying[0]), os.Truncate(lying[1], 1)} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	<-f.out.refreshed
	v := f.papers(PapersQuery{})
	var told []string
	for _, n := range v.Frame.Notices {
		if n.Code == "papers" {
			told = n.Rows
		}
	}
	if len(told) != 2 || v.Rows[0].Trouble == "" || v.Rows[1].Trouble == "" || v.Rows[0].Trouble == v.Rows[1].Trouble {
		t.Errorf("told %v", told)
	}
}

// A file that no entry names is told of, and removed only when asked for.
func TestFilesThatNoEntryNames(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"a.pdf": "%PDF-1.7\n"})
	v := got(screen.Add(PapersQuery{}))
	orphan := filepath.Join(filepath.Dir(f.lying()[0]), v.Rows[0].ID[:2]+strings.Repeat("0", 30))
	if err := os.WriteFile(orphan, []byte("cut off"), 0o600); err != nil {
		t.Fatal(err)
	}
	if v = f.papers(PapersQuery{}); !strings.HasPrefix(v.Loose, "1 file here belong") {
		t.Errorf("%q", v.Loose)
	}
	if v = got(screen.Sweep(PapersQuery{})); v.Loose != "" || len(f.lying()) != 1 || v.Frame.Did != "removed 1 file for good" || v.Frame.Saved != "" {
		t.Errorf("%q, %d files, %q", v.Loose, len(f.lying()), v.Frame.Did)
	}
}

// The bytes of a struck attachment stay: an act still names it.
func TestAStruckAttachmentKeepsItsBytes(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"a.pdf": "%PDF-1.7\n"})
	id := got(screen.Add(PapersQuery{})).Rows[0].ID
	got(screen.Strike(PapersQuery{}, id, ""))
	room := f.desk.House.Room()
	if named, err := room.NamesPaper(); err != nil || !named(id) || len(f.lying()) != 1 {
		t.Errorf("a struck attachment is not named any more: %v", err)
	}
	acts, err := room.Acts(history.Key{Noun: history.Attachment, ID: id})
	if err != nil || len(acts) != 2 {
		t.Errorf("%d acts, %v", len(acts), err)
	}
}

// A copy is saved under a name that no system runs, beside what is there.
func TestCopiesAreSaved(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"evil.pdf.exe": "MZ", "letter.pdf": "%PDF-1.7\n"})
	v := got(screen.Add(PapersQuery{}))
	f.out.saved = filepath.Join(f.dir, "copy.pdf")
	for _, row := range v.Rows {
		if row.Name == "letter.pdf" {
			v = got(screen.SaveCopy(PapersQuery{}, row.ID))
		}
	}
	if data, err := os.ReadFile(f.out.saved); string(data) != "%PDF-1.7\n" || err != nil || !strings.Contains(v.Frame.Did, "outside the record") {
		t.Errorf("%q, %v, %q", data, err, v.Frame.Did)
	}
	f.out.folder = f.TempDir()
	mine := filepath.Join(f.out.folder, "letter.pdf")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	v = got(screen.SaveAll(PapersQuery{}))
	var names []string
	list, _ := os.ReadDir(f.out.folder)
	for _, e := range list {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, []string{"evil pdf exe.bin", "letter (2).pdf", "letter.pdf"}) || !strings.HasPrefix(v.Frame.Did, "saved copies of 2 files") {
		t.Errorf("%v, %q", names, v.Frame.Did)
	}
	if data, _ := os.ReadFile(mine); string(data) != "mine" {
		t.Error("a file was written over")
	}
}

// Files that fall on the window wait for the page; a calendar goes its own way.
func TestFilesAreDropped(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"a.pdf": "%PDF-1.7\n", "b.png": pngFile(t)})
	f.desk.dropped(f.out.files)
	if v := got(screen.TakeDropped(PapersQuery{})); len(v.Rows) != 2 {
		t.Errorf("%+v", v)
	}
	if v := got(screen.TakeDropped(PapersQuery{})); len(v.Rows) != 2 || v.Frame.Did != "" {
		t.Errorf("taken twice: %+v", v)
	}
	f.brings("school.ics", feedOf(autumn...))
	f.desk.dropped([]string{f.out.file})
	f.desk.dropped([]string{f.out.file, f.out.files[0]})
	f.desk.dropped(nil)
	if !slices.Equal(f.out.drops, []string{"papers", "calendar", "papers"}) {
		t.Errorf("%v", f.out.drops)
	}
	got((&Start{f.desk}).Sample())
	if v := got(screen.TakeDropped(PapersQuery{})); len(v.Rows) != 0 {
		t.Error("what fell on one record came into another")
	}
}

// The sample family's attachments are its own.
func TestTheSampleHasItsOwnFiles(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Papers{f.desk}
	f.offers(map[string]string{"a.pdf": "%PDF-1.7\n"})
	got(screen.Add(PapersQuery{}))
	got((&Start{f.desk}).Sample())
	if v := f.papers(PapersQuery{}); len(v.Rows) != 0 {
		t.Errorf("%+v", v)
	}
	got(screen.Add(PapersQuery{}))
	got(screen.Sweep(PapersQuery{}))
	if len(f.lying()) != 1 {
		t.Errorf("%d files of the family", len(f.lying()))
	}
}
