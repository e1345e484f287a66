package history

import (
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

// A name that could stand beside no entry is refused before anything is made.
func TestAnAuthorStandsOnOneLine(t *testing.T) {
	for name, code := range map[string]refusal.Code{
		"": refusal.Missing, " \u00a0": refusal.Missing, "Mom\tX": refusal.ControlCharacter, strings.Repeat("x", 201): refusal.TextTooLong,
	} {
		if r := refusal.From(CheckAuthor(name)); r == nil || r.Code != code || r.Field != "author" {
			t.Errorf("%.20q is answered with %v, want %s", name, r, code)
		}
	}
	if err := CheckAuthor("Ms. Ibáñez 👩"); err != nil {
		t.Error(err)
	}
}

// A body is read the same by everyone: no field under another name, none twice.
func TestABodyHasItsFieldsOnce(t *testing.T) {
	const sound = `{"v":1,"deed":"d","kind":"add","noun":"child","id":"c","value":{"id":"c"}}`
	if _, err := decodeBody([]byte(sound)); err != nil {
		t.Fatal(err)
	}
	for _, changed := range []string{
		strings.Replace(sound, `"v"`, `"V"`, 1), strings.Replace(sound, `"kind"`, `"Kind"`, 1),
		strings.Replace(sound, `"id":"c",`, `"id":"c","id":"e",`, 1), strings.Replace(sound, `"v":1`, `"v":1,"more":2`, 1), sound + "{}", `[]`,
	} {
		if _, err := decodeBody([]byte(changed)); err == nil {
			t.Errorf("read: %s", changed)
		}
	}
}
