// Package frontend holds the built pages of the window, so that the program
// is one file that needs no other.
package frontend

import (
	"embed"
	"io/fs"
)

// dist is what the front end's build leaves; only .gitkeep before the first.
//
//go:embed all:dist
var dist embed.FS

// Dist is the built front end, with index.html at its root; without it when
// the front end has not been built.
func Dist() fs.FS {
	pages, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("frontend: " + err.Error()) // "dist" is a valid path
	}
	return pages
}
