package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// The cells of a table hold text, whole numbers and nothing (NULL), which is
// how everything absent is kept.

func text[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func dayCell(d day.Day) any { return text(d.String()) }

func clockCell(c day.Clock) any { return text(c.String()) }

func number(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

// mark keeps a mark that is set; one that is not is absent.
func mark(set bool) any {
	if !set {
		return nil
	}
	return 1
}

func yesNo(b *bool) any {
	if b == nil {
		return nil
	}
	return *b
}

// count tells a list that is absent from one that is empty.
func count[T any](list []T) any {
	if list == nil {
		return nil
	}
	return len(list)
}

// listed keeps a list of texts as JSON.
func listed[S ~string](list []S) any {
	if list == nil {
		return nil
	}
	return asJSON(list)
}

// numbers keeps a list of whole numbers as JSON.
func numbers(list []int) any {
	if list == nil {
		return nil
	}
	return asJSON(list)
}

func dayList(list []day.Day) any {
	if list == nil {
		return nil
	}
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.String()
	}
	return asJSON(names)
}

// mapped keeps a map as a JSON object.
func mapped[K ~string, V any](m map[K]V) any {
	if m == nil {
		return nil
	}
	return asJSON(m)
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("%T: %v", v, err)) // texts and whole numbers always have JSON
	}
	return string(data)
}

// unknownCell keeps the fields that the program does not know, each with the
// very bytes it came with.
func unknownCell(u iep.Unknown) any {
	if u == nil {
		return nil
	}
	var b strings.Builder
	b.WriteByte('{')
	for i, name := range slices.Sorted(maps.Keys(u)) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(asJSON(name) + ":")
		b.Write(u[name])
	}
	b.WriteByte('}')
	return b.String()
}
