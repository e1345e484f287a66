package say_test

import (
	"testing"

	"midweek/internal/core/feed"
	"midweek/internal/core/say"
)

// A reading without words would show a person a code.
func TestEveryWordOfAFeedHasWords(t *testing.T) {
	for _, c := range constantsOf(t, "feed", "Code") {
		if !say.English.Has("feed." + c.value) {
			t.Errorf("no words for %s", c.value)
		}
	}
	for _, c := range constantsOf(t, "feed", "Verdict") {
		if !say.English.Has("verdict." + c.value) {
			t.Errorf("no words for %s", c.value)
		}
	}
}

func TestReasonsOfAReading(t *testing.T) {
	r := feed.Reading{Because: []feed.Reason{{Code: feed.NoSchool, Text: "No\nSchool\u202e"}, {Code: feed.InText}}}
	if got, want := say.English.FeedReasons(&r), "says “No School ”; the description says it, not the title"; got != want {
		t.Errorf("%q", got)
	}
}
