package exchange_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
)

// Any record that is written and read again says the same, on any day, and is
// written as the same bytes.
func TestAnyRecordSurvivesTheFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		asOf := coretest.AsOf(t, r)
		data := mustWrite(t, r)
		again, err := exchange.Read(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if before, after := mustEvaluate(t, r, asOf), mustEvaluate(t, again, asOf); before != after {
			t.Fatalf("as of %s, before:\n%s\nafter:\n%s", asOf, before, after)
		}
		if rewritten := mustWrite(t, again); !bytes.Equal(data, rewritten) {
			t.Fatalf("written:\n%s\nwritten again:\n%s", data, rewritten)
		}
	})
}

// Sources, notes, a level and a guess are for people to read: with them and
// without them the numbers of a record are the same.
func TestWhatIsNotedChangesNoNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		asOf := coretest.AsOf(t, r)
		noted := mustEvaluate(t, r, asOf)
		bare := coretest.Copy(r)
		for i := range bare.Calendars {
			y := &bare.Calendars[i]
			y.NotedDays, y.Level, y.Guess, y.GuessedFrom = nil, "high", true, "another"
			for j := range y.Closures {
				y.Closures[j].Source = calendar.FromLastYear
			}
			for j := range y.PartialDays {
				y.PartialDays[j].Source = calendar.FromFeed
			}
		}
		if got := mustEvaluate(t, bare, asOf); got != noted {
			t.Fatalf("as of %s, noted:\n%s\nwithout:\n%s", asOf, noted, got)
		}
	})
}

func mustWrite(t *rapid.T, r *record.Record) []byte {
	data, err := exchange.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustEvaluate(t *rapid.T, r *record.Record, asOf day.Day) string {
	l, err := ledger.Compute(r, asOf)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	answer := exchange.AnswerOf(l, func(w ledger.Warning) string { return string(w.Code) })
	if err := exchange.WriteJSON(&b, answer); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
