package exchange_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

const megabyte = 1 << 20

// frame is the smallest record, with other fields in it.
func frame(fields string) []byte {
	return []byte(`{"format": "service-hours", "version": 1` + strings.TrimSuffix(", "+fields, ", ") + "}")
}

// rows is a list of so many rows.
func rows(row string, n int) string {
	return "[" + strings.TrimSuffix(strings.Repeat(row+",", n), ",") + "]"
}

func TestTextIsAtMostTenThousandCharacters(t *testing.T) {
	long := strings.Repeat("é", record.MaxText) // characters, not bytes
	escaped := strings.Repeat(`\u00e9`, record.MaxText)
	for _, path := range []string{"children[0].name", "sessions[0].note", "plans[0].services[0].verbatim", "plans[0].services[0].page"} {
		accepted(t, path+" just fits", change(t, path, `"`+long+`"`))
		accepted(t, path+" just fits, escaped", change(t, path, `"`+escaped+`"`))
		refused(t, path, change(t, path, `"`+long+`é"`), path+": text_too_long")
	}
	refused(t, "inside what we do not know", frame(`"x": [{"y": "`+long+`é"}]`), "x[0].y: text_too_long")
	refused(t, "a name of a field", frame(`"`+long+`é": 1`), long+"é: text_too_long")
	rule := "plans[0].services[0].schedules[0].rrule"
	refused(t, "a rule", change(t, rule, `"`+long+`é"`), rule+": rule_long")
}

// A page may be a number; a number is held to the length of a text.
func TestAPageIsAShortNumber(t *testing.T) {
	digits := strings.Repeat("7", record.MaxText)
	path := "plans[0].services[0].page"
	sameJSON(t, change(t, path, `"`+digits+`"`), rewritten(t, change(t, path, digits)))
	refused(t, "a page of too many digits", change(t, path, digits+"7"), path+": text_too_long")
}

func TestAListHoldsTwoHundredThousandRows(t *testing.T) {
	for _, list := range []string{"sessions", "children", "contacts", "letters", "x_later"} {
		refused(t, list, frame(`"`+list+`": `+rows("{}", record.MaxRows+1)), list+": too_many_rows")
	}
	refused(t, "days", frame(`"plans": [{"services": [{"schedules": [{"extra_dates": `+rows(`"2025-01-01"`, record.MaxRows+1)+`}]}]}]`),
		"plans[0].services[0].schedules[0].extra_dates: too_many_rows")
	refused(t, "lists in lists", frame(`"x": [[0], `+rows("[]", record.MaxRows+1)+`]`), "x[1]: too_many_rows")
	accepted(t, "just as many", frame(`"letters": `+rows("0", record.MaxRows)))
	accepted(t, "many commas in several lists", frame(`"x_later": `+rows("0", record.MaxRows)+`, "letters": `+rows("0", record.MaxRows)))
}

func schedules(n int) string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf(`{"id": "%d", "rrule": "FREQ=WEEKLY", "from": "2025-01-01", "minutes": 30}`, i))
	}
	return "[" + strings.Join(list, ",") + "]"
}

func TestAServiceHoldsTwoHundredSchedules(t *testing.T) {
	path := "plans[0].services[0].schedules"
	accepted(t, "just as many", change(t, path, schedules(record.MaxPerService)))
	refused(t, "one more", change(t, path, schedules(record.MaxPerService+1)), path+": too_many_schedules")
}

func TestARecordHoldsFiveThousandSchedules(t *testing.T) {
	var services []string
	for i := range record.MaxSchedules/record.MaxPerService + 1 {
		services = append(services, fmt.Sprintf(`{"id": "s%d", "start": "2025-01-06", "end": "2025-01-10", "schedules": %s}`, i, schedules(record.MaxPerService)))
	}
	file := func(n int) []byte {
		return frame(`"children": [{"id": "a"}], "plans": [{"id": "p", "child_id": "a", "kind": "IEP", "services": [` + strings.Join(services[:n], ",") + `]}]`)
	}
	accepted(t, "just as many", file(len(services)-1))
	refused(t, "one more", file(len(services)), "plans[0].services[25].schedules[0]: too_many_schedules")
}

func TestAFileIsNestedAtMostThirtyTwoDeep(t *testing.T) {
	nested := func(n int) []byte { // the frame is the first level
		return frame(`"x": ` + strings.Repeat(`[{"y":`, (n-1)/2) + strings.Repeat("[", (n-1)%2) + "1" +
			strings.Repeat("]", (n-1)%2) + strings.Repeat("}]", (n-1)/2))
	}
	accepted(t, "32 levels", nested(32))
	accepted(t, "31 levels", nested(31))
	_, err := exchange.Read(nested(33))
	if r := refusal.From(err); r == nil || r.Code != refusal.TooDeep || !strings.HasPrefix(r.Field, "line 1, character ") {
		t.Errorf("33 levels: %v", err)
	}
	if _, err := exchange.Read([]byte(strings.Repeat("[", megabyte))); refusal.From(err) == nil || refusal.From(err).Code != refusal.TooDeep {
		t.Errorf("a million levels: %v", err)
	}
	accepted(t, "brackets in a text are no levels", frame(`"x": "`+strings.Repeat("[", 100)+`\"`+strings.Repeat("{", 100)+`"`))
}

func TestAFileIsAtMost64MB(t *testing.T) {
	padded := append(frame(""), bytes.Repeat([]byte(" "), 64*megabyte-len(frame("")))...)
	accepted(t, "64 MB", padded)
	refused(t, "one byte more", append(padded, ' '), "too_large")
}

// A file without an end is refused like one that is too large: no more of it
// is read than shows that.
func TestAnEndlessFileIsNotReadOn(t *testing.T) {
	const endless = "/dev/zero"
	if _, err := os.Stat(endless); err != nil {
		t.Skip("no endless file here")
	}
	data, err := exchange.ReadFile(endless)
	if got := told(t, err); got != "too_large" || data != nil {
		t.Errorf("told %q with %d bytes", got, len(data))
	}
}

func TestAFileIsReadAsItIs(t *testing.T) {
	name := filepath.Join(t.TempDir(), "record.json")
	for what, c := range map[string]struct{ data, want string }{
		"a byte order mark is taken off": {"\ufeff" + string(frame("")), string(frame(""))},
		"one mark only":                  {"\ufeff\ufeff{}", "\ufeff{}"},
		"empty":                          {"", ""},
	} {
		if err := os.WriteFile(name, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		if data, err := exchange.ReadFile(name); err != nil || string(data) != c.want {
			t.Errorf("%s: %q, %v", what, data, err)
		}
	}
	if _, err := exchange.ReadFile(name + ".none"); !os.IsNotExist(err) {
		t.Errorf("no such file: %v", err)
	}
}
