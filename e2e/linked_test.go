//go:build e2e

package e2e

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unlinked are the functions by which a Go program speaks to a network. What
// is not in the program cannot be called, whatever a page may ask for. Types
// of net/http are in it, for the pages are served in its terms, from memory.
var unlinked = []string{
	"net/http.(*Client).Do", "net/http.(*Client).do", "net/http.(*Transport).RoundTrip", "net/http.(*Transport).roundTrip",
	"net/http.(*Server).Serve", "net/http.(*Server).ListenAndServe", "net.Listen", "net.(*ListenConfig).Listen",
	"crypto/tls.Client", "crypto/tls.Dial", "crypto/tls.(*Conn).clientHandshake",
}

func TestNoNetworkIsLinked(t *testing.T) {
	out := filepath.Join(t.TempDir(), "midweek")
	if said, err := exec.Command("go", "build", "-C", "..", "-trimpath", "-tags", "webkit2_41,production,desktop", "-o", out, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	symbols, err := exec.Command("go", "tool", "nm", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	checkSymbols(t, string(symbols))
}

func checkSymbols(t *testing.T, symbols string) {
	t.Helper()
	if !strings.Contains(symbols, " net/http.ServeContent\n") || !strings.Contains(symbols, " main.main\n") {
		t.Fatal("the symbols are not there to be looked at")
	}
	for _, name := range unlinked {
		if regexp.MustCompile(` ` + regexp.QuoteMeta(name) + `(\.|\n)`).MatchString(symbols) {
			t.Errorf("%s is in the program", name)
		}
	}
}
