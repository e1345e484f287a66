package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// missing is something to measure with that is not there.
type missing string

func (m missing) Error() string { return string(m) }

// present says what is missing.
func present(binary string) error {
	if _, err := os.Stat(binary); err != nil {
		return missing(fmt.Sprintf("there is no %s; `make build` builds it", filepath.Base(binary)))
	}
	for _, name := range []string{"Xvfb", "dbus-daemon", "pkg-config", "gcc"} {
		if _, err := exec.LookPath(name); err != nil {
			return missing(fmt.Sprintf("there is no %s; `make setup` installs it", name))
		}
	}
	if exec.Command("pkg-config", "--exists", "webkit2gtk-4.1").Run() != nil {
		return missing("there is no webkit2gtk-4.1; `make setup` installs it")
	}
	return nil
}

// build builds the empty window as the Makefile builds the program.
func build(path string) error {
	c := exec.Command("go", "build", "-tags", "webkit2_41,production,desktop", "-trimpath", "-ldflags", "-s -w", "-o", path, "midweek/bench/start/empty")
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("building the empty window: %w\n%s", err, out)
	}
	return nil
}
