// Bench compares Midweek's speed with that of other recurrence libraries on
// the same machine in the same minutes, and fails when it falls below what
// README.md in this folder says.
//
//	go run ./bench
//
// A comparison counts only between answers that are equal, so every driver's
// dates are counted and summed first, and any difference is an error. What is
// reported is ratios: times differ from machine to machine and from day to
// day, ratios taken in turns hardly do.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	rounds := flag.Int("rounds", 3, "how often each driver has its turn; the best counts")
	folder := flag.String("peers", "bench/peers", "the `folder` of the drivers in other languages")
	require := flag.Bool("require", false, "fail when a peer that README.md asks for is not installed")
	flag.Parse()
	if err := run(*rounds, *folder, *require); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(rounds int, folder string, require bool) error {
	temp, err := os.MkdirTemp("", "midweek-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	peers, err := findPeers(folder, temp)
	if err != nil {
		return err
	}
	t := &table{}
	for _, compare := range []func(*table, []*peer, int) error{services, plans, child} {
		if err := compare(t, peers, rounds); err != nil {
			return err
		}
	}
	t.print(os.Stdout)
	var failed []error
	if require {
		failed = append(failed, missing(peers))
	}
	return errors.Join(append(failed, t.tooSlow())...)
}
