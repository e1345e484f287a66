package main

import (
	"testing"

	"midweek/internal/core/ledger"
	"midweek/internal/edge/exchange"
)

func BenchmarkExpandThousand(b *testing.B) {
	w := thousandServices()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := expandOurs(w); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlannerDecade(b *testing.B) {
	c := newDecade()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.rank(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLedger15Years(b *testing.B) {
	r := childRecord()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ledger.Compute(r, childAsOf); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRRuleGoIteration(b *testing.B) {
	rules, err := libraryRules(childRecord())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		iterateOnly(rules)
	}
}

func BenchmarkReadSample(b *testing.B) {
	data, err := exchange.Write(childRecord())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exchange.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
