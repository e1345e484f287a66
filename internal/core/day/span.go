package day

// A Span is a run of days with both ends in, as schools print them. A span
// whose first day is after its last holds nothing.
type Span struct {
	First Day `json:"start"`
	Last  Day `json:"end"`
}

// Empty says whether the span holds no day.
func (s Span) Empty() bool { return s.First > s.Last }

// Days is how many days the span holds.
func (s Span) Days() int {
	if s.Empty() {
		return 0
	}
	return int(s.Last-s.First) + 1
}

// Holds says whether d is in the span.
func (s Span) Holds(d Day) bool { return s.First <= d && d <= s.Last }

// Within is the part of the span that is in t as well.
func (s Span) Within(t Span) Span {
	return Span{max(s.First, t.First), min(s.Last, t.Last)}
}

// Meets says whether the spans share a day.
func (s Span) Meets(t Span) bool { return !s.Within(t).Empty() }
