package history_test

import (
	"strings"
	"testing"

	"midweek/internal/core/history"
)

// A check code is read as it was copied by hand.
func TestCheckCodes(t *testing.T) {
	h := family(t)
	hash := h.does(missed("x", ""))[0]
	code := history.CheckCode(hash)
	if len(code) != 39 || history.CheckCode("no hash") != "" {
		t.Fatalf("%q", code)
	}
	if got := history.CheckCode("00443214c74254b635cf84653a56d7c675be77df0000000000000000000000ff"); got != "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ" {
		t.Errorf("%q", got)
	}
	for _, typed := range []string{code, strings.ToLower(code), " " + code + "\n", strings.ReplaceAll(code, "-", " ")} {
		if a, ok := h.FindCode(typed); !ok || a.Hash() != hash {
			t.Errorf("%q was not found", typed)
		}
	}
	for _, typed := range []string{strings.NewReplacer("0", "O", "1", "l").Replace(code), strings.ReplaceAll(code, "1", "i")} {
		if _, ok := h.FindCode(typed); !ok {
			t.Errorf("%q was not found", typed)
		}
	}
	for _, typed := range []string{"", code[:38], code + "0", "U" + code[1:], "0000-" + code[5:]} {
		if _, ok := h.FindCode(typed); ok {
			t.Errorf("%q was found", typed)
		}
	}
}
