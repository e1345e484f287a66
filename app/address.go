package app

import (
	"net/url"
	"strings"
)

// href is an address of the page: a screen, and where in it.
func href(screen string, rest ...string) string {
	parts := []string{"#", url.PathEscape(screen)}
	for _, part := range rest {
		parts = append(parts, url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}
