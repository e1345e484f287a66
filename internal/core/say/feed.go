package say

import (
	"strings"

	"midweek/internal/core/feed"
)

// FeedReasons says why a reading of a feed is what it is: the words that
// decided, as the feed writes them.
func (c *Catalogue) FeedReasons(r *feed.Reading) string {
	parts := make([]string, 0, len(r.Because))
	for _, why := range r.Because {
		parts = append(parts, c.put("feed."+string(why.Code), "text", Plain(why.Text)))
	}
	return strings.Join(parts, "; ")
}

// FeedVerdict is what a reading says of its days, as a heading.
func (c *Catalogue) FeedVerdict(v feed.Verdict) string { return c.put("verdict." + string(v)) }
