//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The pages on the program's real screens, in Chromium: axe on every screen in
// every look, and the journeys by counted actions. What it does stands in
// frontend/scripts/gate.
func TestThePagesInABrowser(t *testing.T) {
	host := filepath.Join(shared, "host")
	if said, err := exec.Command("go", "build", "-o", host, "./host").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	dist, err := filepath.Abs(filepath.Join("..", "frontend", "dist"))
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "scripts/gate.mjs")
	c.Dir = filepath.Join("..", "frontend")
	c.Env = append(os.Environ(), "HOST="+host, "DIST="+dist)
	said, err := c.CombinedOutput()
	t.Logf("%s", said)
	if err != nil {
		t.Fatal(err)
	}
}
