package app

import (
	"runtime"
	"strings"

	"midweek/app/window"
	"midweek/internal/edge/wall"
	"midweek/internal/open"
)

// Proof is the page on what leaves this computer, and what lies on it.
type Proof struct{ Desk *Desk }

// A ProofView is that page.
type ProofView struct {
	Frame  Frame         `json:"frame"`
	Wall   ProofWall     `json:"wall"`
	Proofs []ProofTest   `json:"proofs"`
	Not    []string      `json:"not"` // what none of it covers
	Files  []ProofStored `json:"files"`
	Report []string      `json:"report"` // the report of what went wrong here, line by line, as it would be copied
	Quiet  bool          `json:"quiet"`  // nothing went wrong so far
}

// A ProofWall says whether the wall against sockets stands on this computer now.
type ProofWall struct {
	Stands bool   `json:"stands"`
	Text   string `json:"text"`
	Engine string `json:"engine"` // what the system's own engine may do besides; empty where it does nothing
}

// A ProofTest is something that was proved, and how anybody proves it again.
type ProofTest struct {
	Title   string `json:"title"`
	Text    string `json:"text"`
	Command string `json:"command"`
}

// A ProofStored is one kind of file that lies here.
type ProofStored struct {
	What   string `json:"what"`   // in plain words
	Where  string `json:"where"`  // its folder
	Amount string `json:"amount"` // 3 files, 1.2 MB
}

func (v *ProofView) frame() *Frame { return &v.Frame }

// View shows the page.
func (p *Proof) View(child string) (*ProofView, error) { return look(p.Desk, child, p.draw) }

// Undo takes back the latest deed.
func (p *Proof) Undo(child string) (*ProofView, error) { return undo(p.Desk, child, p.draw) }

// Redo does again what was taken back.
func (p *Proof) Redo(child string) (*ProofView, error) { return redo(p.Desk, child, p.draw) }

// ShowFiles opens the data folder in the system's file manager.
func (p *Proof) ShowFiles(child string) (view *ProofView, err error) {
	defer window.Mend(&err)
	if err := p.Desk.Outside.ShowFolder(p.Desk.House.Folder()); err != nil {
		return nil, err
	}
	return p.View(child)
}

// CopyReport puts the report on the clipboard, as it is shown.
func (p *Proof) CopyReport(child string) (view *ProofView, err error) {
	defer window.Mend(&err)
	if err := p.Desk.Outside.Copy(p.report()); err != nil {
		return nil, err
	}
	return p.did(child, words.Put("did.copied_report"))
}

// SaveReport asks where to save the report, and writes it there as it is shown.
func (p *Proof) SaveReport(child string) (view *ProofView, err error) {
	defer window.Mend(&err)
	kind := window.Kind{Name: words.Put("proof.report_file"), Ending: ".txt"}
	path, err := p.Desk.Outside.SaveFile(words.Put("proof.save_report"), "midweek-report.txt", kind)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return p.View(child)
	}
	if err := open.SaveText(path, p.report()); err != nil {
		return nil, err
	}
	return p.did(child, words.Put("did.saved_report"))
}

// did draws the page and tells what was done beside the record.
func (p *Proof) did(child, what string) (*ProofView, error) {
	view, err := p.View(child)
	if err == nil {
		view.frame().Did = what
	}
	return view, err
}

func (p *Proof) draw(s *sheet) (*ProofView, error) {
	view := &ProofView{Frame: s.frame(), Wall: proofWall(wall.Now(), runtime.GOOS), Not: []string{}, Files: p.files()}
	for _, t := range proofTests {
		view.Proofs = append(view.Proofs, ProofTest{words.Put("proof." + t.code), words.Put("proof." + t.code + ".text"), t.command})
	}
	for _, code := range proofNot {
		view.Not = append(view.Not, words.Put("proof.not."+code))
	}
	view.Report = strings.Split(strings.TrimSuffix(p.report(), "\n"), "\n")
	view.Quiet = len(p.Desk.House.Failures()) == 0
	return view, nil
}

// proofWall says what stands, in words; the system is as Go names it.
func proofWall(state wall.State, system string) ProofWall {
	w := ProofWall{Stands: state == wall.Standing, Text: words.Put("proof.wall."+string(state), "processor", runtime.GOARCH)}
	if system == "windows" {
		w.Engine = words.Put("proof.engine.windows")
	}
	return w
}

// proofTests are what was proved, with the command that proves it again in the
// program's source. A test sees to it that each of them is there.
var proofTests = []struct{ code, command string }{
	{"evening", "go test -tags e2e -run TestNoInternetSocketIsMade ./e2e"},
	{"sockets", "go test ./internal/edge/wall"},
	{"standing", "go test -tags e2e -run TestTheWallAgainstSocketsStands ./e2e"},
	{"linked", "go test -tags e2e -run TestNoNetworkIsLinked ./e2e"},
	{"page", "go test -tags e2e -run 'TestNothingLeavesTheWindow|TestTextIsNeverScript' ./e2e"},
	{"doors", "go test -run 'TestTheDoorsAreClosed|TestModulesAreKnown' ./internal"},
	{"watch", "strace -f -e trace=network midweek"},
}

// proofNot are what none of the walls covers.
var proofNot = []string{"account", "bus", "disk", "taken", "recent", "others"}

func (p *Proof) files() []ProofStored {
	list := []ProofStored{}
	for _, s := range p.Desk.House.Stored() {
		amount := words.Put("proof.amount", "files", words.Several("file", s.Files), "size", words.Size(int(s.Size)))
		list = append(list, ProofStored{words.Put("proof.stored." + s.Kind), s.Path, amount})
	}
	return list
}

// report is all that a report of what went wrong holds: the program and its
// version, the system, the wall, and the journal's lines, in which nothing of a
// family stands. It goes nowhere by itself.
func (p *Proof) report() string {
	lines := []string{
		"Midweek " + p.Desk.Version,
		"system: " + runtime.GOOS + " " + runtime.GOARCH,
		"socket filter: " + string(wall.Now()),
		"record: " + string(p.Desk.House.Mode()),
	}
	return strings.Join(append(lines, p.Desk.House.Failures()...), "\n") + "\n"
}
