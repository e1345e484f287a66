package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A peer is a recurrence library in another language. Its driver is a program
// that goes through a workload's file so many times and prints its tally and
// its best time in nanoseconds. A peer pays for processor time alone, and we
// for all the time that passes, so that a busy machine speaks against us only.
type peer struct {
	name     string
	must     float64  // how much faster we must be on the thousand services
	optional bool     // -require does without it
	command  []string // the driver; nil when not installed
	version  string
	temp     string
}

// findPeers looks which peers are installed, and compiles the driver that is
// written in C.
func findPeers(folder, temp string) ([]*peer, error) {
	script := func(name string) string { return filepath.Join(folder, name) }
	if _, err := os.Stat(script("libical.c")); err != nil {
		return nil, fmt.Errorf("the peers' drivers are looked for from the project's own folder, or where -peers says: %w", err)
	}
	dateutil := &peer{name: "python-dateutil", must: 10}
	dateutil.try(cmp.Or(os.Getenv("PYTHON"), "python3"), script("dateutil.py"))
	libical := &peer{name: "libical", must: 10}
	if err := libical.compile(script("libical.c"), filepath.Join(temp, "libical")); err != nil {
		return nil, err
	}
	rrulejs := &peer{name: "rrule.js", must: 10}
	rrulejs.try("node", script("rrulejs.js"))
	rust := &peer{name: "Rust rrule (in Node)", must: 3, optional: true}
	rust.try("node", script("rrulerust.js"))
	peers := []*peer{dateutil, rrulejs, libical, rust}
	for _, p := range peers {
		p.temp = temp
	}
	return peers, nil
}

// try takes a command for the driver if it can tell its library's version.
func (p *peer) try(command ...string) {
	version, err := exec.Command(command[0], append(command[1:], "--version")...).Output()
	if err == nil {
		p.command, p.version = command, strings.TrimSpace(string(version))
	}
}

// compile builds a driver where its library and a C compiler are installed.
func (p *peer) compile(source, program string) error {
	version, err := exec.Command("pkg-config", "--modversion", p.name).Output()
	if err != nil {
		return nil
	}
	flags, err := exec.Command("pkg-config", "--cflags", "--libs", p.name).Output()
	if err != nil {
		return nil
	}
	cc := cmp.Or(os.Getenv("CC"), "cc")
	if _, err := exec.LookPath(cc); err != nil {
		return nil
	}
	args := append([]string{"-O2", "-o", program, source}, strings.Fields(string(flags))...)
	if said, err := exec.Command(cc, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("compiling the driver for %s: %w\n%s", p.name, err, said)
	}
	p.command, p.version = []string{program}, strings.TrimSpace(string(version))
	return nil
}

func (p *peer) installed() bool { return p.command != nil }

func (p *peer) title() string {
	if !p.installed() {
		return p.name
	}
	return p.name + " " + p.version
}

// expand lets the peer go through a workload.
func (p *peer) expand(w *workload) (t tally, best time.Duration, err error) {
	file := filepath.Join(p.temp, w.name+".txt")
	if err := w.write(file); err != nil {
		return t, 0, err
	}
	cmd := exec.Command(p.command[0], append(p.command[1:], file, strconv.Itoa(w.repeats))...)
	cmd.Stderr = os.Stderr
	said, err := cmd.Output()
	if err != nil {
		return t, 0, err
	}
	_, err = fmt.Sscan(string(said), &t.dates, &t.checksum, &t.lost, &best)
	return t, best, err
}

// missing is an error that names the peers that are not installed, or nil.
func missing(peers []*peer) error {
	var all []error
	for _, p := range peers {
		if !p.installed() && !p.optional {
			all = append(all, fmt.Errorf("%s is not installed, and -require asks for it", p.name))
		}
	}
	return errors.Join(all...)
}
