package app

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// first is what comes with the page.
func (f *family) first() firstAnswers {
	f.Helper()
	text := f.desk.First()
	var first firstAnswers
	if err := json.Unmarshal(text, &first); err != nil {
		f.Fatalf("%v in %s", err, text)
	}
	return first
}

func TestTheFirstAnswersAreTheScreensOwn(t *testing.T) {
	f := newFamily(t, "2026-11-25")
	if fresh := f.first(); fresh.Start.State != "fresh" || fresh.Today != nil {
		t.Errorf("before there is a record: %+v", fresh)
	}
	f.begin()
	f.restart()
	if err := f.desk.House.Room().Load(); err != nil { // Undo is known then
		t.Fatal(err)
	}
	first := f.first()
	if first.Start.State != "open" || !reflect.DeepEqual(first.Today, got((&Today{f.desk}).View(""))) {
		t.Errorf("got %+v", first)
	}
	if !reflect.DeepEqual(first.Settings, got((&Settings{f.desk}).View())) {
		t.Errorf("got %+v", first.Settings)
	}
}

// What a person typed cannot end the element in which the answers stand.
func TestTheFirstAnswersAreNoMarkup(t *testing.T) {
	f := newFamily(t, "2026-11-25")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "</script><script>alert(1)</script>"}))
	if text := string(f.desk.First()); strings.Contains(text, "<") || !strings.Contains(text, `\u003c/script`) {
		t.Errorf("got %s", text)
	}
}

func TestTheWindowBeginsWithTheSample(t *testing.T) {
	f := newFamily(t, "2026-11-25")
	f.desk.sample = true
	f.desk.begin()
	if first := f.first(); !first.Start.Frame.Sample {
		t.Errorf("got %+v", first.Start)
	}
	if own := got((&Start{f.desk}).Own()); own.State != "fresh" {
		t.Errorf("after leaving the sample: %+v", own)
	}
}
