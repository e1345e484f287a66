package coretest

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/record"
)

func TestEveryFamilyDrawnIsAValidRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Records().Draw(t, "record")
		if err := record.Check(r); err != nil {
			t.Fatal(err)
		}
		if err := record.Check(Shuffled(t, r)); err != nil {
			t.Fatalf("shuffled: %v", err)
		}
	})
}
