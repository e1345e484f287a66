package open

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// A Stored is what of one kind lies on this computer.
type Stored struct {
	Kind  string // record, vault, papers, sealed_papers, copies, moving, sample, lock, other, settings, devices, marks, journal, engine, second
	Path  string // the folder that it lies in, or its own
	Files int
	Size  int64 // in bytes
}

// A shelfOf says what the entries of a folder are, by how their names begin.
// The first that fits holds.
type shelfOf struct{ kind, start string }

var inData = []shelfOf{
	{"record", ownFile}, {"sealed_papers", "record-attachments"}, {"vault", "record-"}, {"papers", ownPapers},
	{"copies", "backups"}, {"moving", "moving"}, {"sample", "sample"}, {"lock", "lock"}, {"other", ""},
}

var inConfig = []shelfOf{{"settings", "prefs.json"}, {"devices", "devices"}, {"marks", "marks"}, {"journal", "journal.txt"}}

// Stored tells what of this program lies on this computer and where, the
// family's own first. What cannot be looked at counts as nothing.
func (h *House) Stored() []Stored {
	list := append(stored(h.data, inData), stored(h.config, inConfig)...)
	if room := h.Room(); room != nil && room.Second().Dir != "" {
		list = append(list, measured("second", room.Second().Dir, room.Second().Dir))
	}
	for _, dir := range engineFolders() {
		if s := measured("engine", dir, dir); s.Files > 0 {
			list = append(list, s)
		}
	}
	return list
}

// stored sums up a folder by kinds, in the order of the kinds.
func stored(dir string, kinds []shelfOf) []Stored {
	found := map[string]Stored{}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		for _, k := range kinds {
			if !strings.HasPrefix(e.Name(), k.start) {
				continue
			}
			s := measured(k.kind, dir, filepath.Join(dir, e.Name()))
			s.Files, s.Size = s.Files+found[k.kind].Files, s.Size+found[k.kind].Size
			if e.IsDir() {
				s.Path = filepath.Join(dir, e.Name())
			}
			found[k.kind] = s
			break
		}
	}
	var list []Stored
	for _, k := range kinds {
		if s := found[k.kind]; s.Files > 0 {
			list = append(list, s)
		}
	}
	return list
}

// measured counts the files at and below a place; links are not followed.
func measured(kind, path, at string) Stored {
	s := Stored{Kind: kind, Path: path}
	_ = filepath.WalkDir(at, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			s.Files, s.Size = s.Files+1, s.Size+info.Size()
		}
		return nil
	})
	return s
}

// engineFolders are where the engine that draws the pages keeps what is its
// own: nothing of a family.
func engineFolders() []string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	folders := []string{filepath.Join(cache, "midweek")}
	if runtime.GOOS == "linux" {
		data := os.Getenv("XDG_DATA_HOME")
		if home, err := os.UserHomeDir(); data == "" && err == nil {
			data = filepath.Join(home, ".local", "share")
		}
		folders = append(folders, filepath.Join(data, "midweek"))
	}
	return folders
}

// Failures are the lines of the journal, the oldest first.
func (h *House) Failures() []string {
	var lines []string
	for _, name := range []string{h.Journal() + ".old", h.Journal()} {
		f, err := os.Open(name)
		if err != nil {
			continue // there is none
		}
		for s := bufio.NewScanner(f); s.Scan(); {
			lines = append(lines, s.Text())
		}
		f.Close()
	}
	return lines
}
