// Start compares how soon the program's first screen stands with how soon an
// empty window of the same library does, and fails when it takes more than one
// and a half times as long.
//
//	go run ./bench/start
//
// Both are started in turn, as they are, on one display of their own, and the
// display is watched from outside: the time is from the start of the process
// until the whole picture that it ends with stands, every letter in its own
// font. Nothing is asked of the programs, so neither can say that it is done
// before a person sees it. The medians are compared.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// limit is how many times an empty window's start the program's may take.
const limit = 1.5

func main() {
	rounds := flag.Int("rounds", 9, "how often each is started, after once to warm up")
	binary := flag.String("binary", filepath.Join("build", "bin", "midweek"), "the program, as built by make build")
	require := flag.Bool("require", false, "fail when something to measure with is not there")
	pictures := flag.String("pictures", "", "folder in which to leave a picture of what each ended with")
	flag.Parse()
	err := run(*binary, *pictures, max(*rounds, 1))
	var gone missing
	if errors.As(err, &gone) && !*require {
		fmt.Printf("The start is not measured: %v.\n", err)
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(binary, pictures string, rounds int) error {
	binary, err := filepath.Abs(binary)
	if err != nil {
		return err
	}
	if err := present(binary); err != nil {
		return err
	}
	root, err := os.MkdirTemp("", "midweek-start-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(root)
	bare := &contestant{name: "An empty window", path: filepath.Join(root, "empty")}
	ours := &contestant{name: "The sample's Today", path: binary, args: []string{"--sample"}}
	if err := build(bare.path); err != nil {
		return err
	}
	s, err := newStage(root)
	if err != nil {
		return errors.Join(err, s.close())
	}
	err = errors.Join(race(s, bare, ours, rounds), s.close())
	if err != nil {
		return err
	}
	if pictures != "" {
		if err := errors.Join(bare.draw(pictures), ours.draw(pictures)); err != nil {
			return err
		}
	}
	return report(bare, ours)
}

// race starts both once, which makes the sample's file, and then in turn.
func race(s *stage, bare, ours *contestant, rounds int) error {
	for round := range rounds + 1 {
		for _, c := range []*contestant{bare, ours} {
			took, last, err := s.start(c)
			if err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(c.path), err)
			}
			if err := c.note(round, took, last); err != nil {
				return err
			}
		}
	}
	return nil
}

func report(bare, ours *contestant) error {
	for _, c := range []*contestant{bare, ours} {
		fmt.Printf("%-18s %4d ms, the median of %v; the very first start %d ms\n",
			c.name, ms(c.median()), millis(c.times), ms(c.first))
	}
	ratio := float64(ours.median()) / float64(bare.median())
	fmt.Printf("%.2f times an empty window; at most %.1f\n", ratio, limit)
	if ratio > limit {
		return fmt.Errorf("the first screen takes %.2f times as long as an empty window; at most %.1f", ratio, limit)
	}
	return nil
}

func ms(d time.Duration) int64 { return d.Round(time.Millisecond).Milliseconds() }

func millis(times []time.Duration) []int64 {
	var list []int64
	for _, t := range times {
		list = append(list, ms(t))
	}
	return list
}
