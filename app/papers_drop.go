package app

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"midweek/internal/open"
)

// fallen are files that were dropped on the window and wait for the page to
// say what they belong to.
type fallen struct {
	mu    sync.Mutex
	room  *open.Room
	paths []string
}

func (f *fallen) put(room *open.Room, paths []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.room, f.paths = room, paths
}

// take hands them out, once and only for the record that was open.
func (f *fallen) take(room *open.Room) []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	paths := f.paths
	if f.room != room {
		paths = nil
	}
	f.room, f.paths = nil, nil
	return paths
}

// dropped is told of files that a person dropped on the window. A school's
// calendar is read and looked through; all else waits to be attached.
func (d *Desk) dropped(paths []string) {
	room := d.House.Room()
	switch {
	case room == nil || len(paths) == 0:
	case len(paths) == 1 && isFeed(paths[0]):
		(&Feed{d}).dropped(paths[0])
	default:
		d.fallen.put(room, paths)
		d.Outside.Dropped("papers")
	}
}

func isFeed(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return ending == feeds.Ending || slices.Contains(feeds.Also, ending)
}
