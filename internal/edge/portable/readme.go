package portable

import (
	_ "embed"
	"strings"
)

//go:embed readme.txt
var pattern string

// readme is the page that a stranger reads first. Its lines end as every system
// shows them.
func readme(c Contents) string {
	papers := "No papers were kept in this record."
	if len(c.Papers) > 0 {
		papers = "attachments.csv says which paper is in which file, under which name it came, and\non which day it was attached."
	}
	text := strings.NewReplacer("{made}", c.Made.Format("2006-01-02 15:04 MST"), "{record}", c.Record, "{papers}", papers).Replace(pattern)
	return strings.ReplaceAll(text, "\n", "\r\n")
}
