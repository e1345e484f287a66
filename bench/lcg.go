package main

// A dice is a linear congruential generator, so that a workload is the same on
// every machine and with every version of Go. The multiplier is the one of
// Lamping and Veach's jump hash; only the upper bits are used.
type dice uint64

// below is a number from 0 to n-1.
func (d *dice) below(n int) int {
	*d = *d*2862933555777941757 + 3037000493
	return int(uint64(*d) >> 33 % uint64(n))
}

// pick is one of some values; a value listed twice comes up twice as often.
func pick[T any](d *dice, values ...T) T { return values[d.below(len(values))] }
