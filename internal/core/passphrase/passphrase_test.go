package passphrase_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/passphrase"
	"midweek/internal/core/refusal"
)

func TestWhatLocksARecord(t *testing.T) {
	for text, want := range map[string]refusal.Code{
		"":                           refusal.Missing,
		"short":                      refusal.PassphraseShort,
		"elevensigns":                refusal.PassphraseShort,
		"          a         ":       refusal.PassphraseShort,
		"a b c d":                    refusal.PassphraseShort,
		"go go go up":                refusal.PassphraseShort,
		"ox by my hut":               "",
		"twelve signs":               "",
		"harbor lemon quiet stairs":  "",
		"naranja azul tejado viento": "",
		"пароль для сына и меня": "",
		"password1234":                 refusal.PassphraseCommon,
		"P@ssword P@ssword":            refusal.PassphraseCommon,
		"iloveyou2024!!":               refusal.PassphraseCommon,
		"Correct Horse Battery Staple": refusal.PassphraseCommon,
		"correct-horse-battery-staple": refusal.PassphraseCommon,
		"qwertyuiop12":                 refusal.PassphraseCommon,
		"123456789012":                 refusal.PassphraseCommon,
		"210987654321":                 refusal.PassphraseCommon,
		"abcdefghijklm":                refusal.PassphraseCommon,
		"zzzzzzzzzzzz":                 refusal.PassphraseCommon,
		"otto otto otto":               refusal.PassphraseCommon,
		"welcome to midweek":           refusal.PassphraseCommon,
		"Mia likes blue kites":         refusal.PassphraseName,
		"bring garcía the lamp":        refusal.PassphraseName,
		"garden family lamp slow":      "",
		strings.Repeat("ab c", 300):    refusal.TextTooLong,
	} {
		err := passphrase.Check(text, "Mía Mia", "García Lopez", "Al")
		if got := refusal.From(err); err == nil && want != "" || err != nil && (got == nil || got.Code != want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// A refusal is shown and may be told on: what was typed is not in it.
func TestARefusalDoesNotRepeatThePassphrase(t *testing.T) {
	for _, text := range []string{"hush", "password1234", "Mia and her kites"} {
		if err := passphrase.Check(text, "Mia"); err == nil || strings.Contains(fmt.Sprintf("%+v", *refusal.From(err)), text) {
			t.Errorf("%q: %+v", text, err)
		}
	}
}
