package say

import (
	"strings"

	"midweek/internal/core/history"
)

// Deed names what a deed did, as a menu and a toast do: marked 2 sessions
// given. Of a file that was brought in, that is all.
func (c *Catalogue) Deed(parts []history.What) string {
	var said []string
	for _, p := range parts {
		if p.Noun == history.Import {
			return c.deedPart(p)
		}
		if words := c.deedPart(p); words != "" {
			said = append(said, words)
		}
	}
	return c.And(said)
}

func (c *Catalogue) deedPart(p history.What) string {
	code := strings.TrimRight(strings.Join([]string{"deed", string(p.Kind), string(p.Noun), p.Status}, "."), ".")
	if !c.Has(code + ".one") {
		code = strings.TrimRight(strings.Join([]string{"deed", string(p.Kind), string(p.Noun)}, "."), ".")
	}
	if !c.Has(code + ".one") {
		return ""
	}
	if p.Count == 1 {
		return c.put(code + ".one")
	}
	return c.put(code+".many", "n", c.Number(p.Count))
}
