package feed

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("TRY"))
	if err != nil {
		t.Skip()
	}
	n, wrong, missed, cl := 0, 0, 0, 0
	for line := range strings.SplitSeq(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		e, want := wording(t, line)
		r := Read([]Event{e}, Options{})[0]
		if want == "closed" {
			cl++
		}
		switch got := told(r); {
		case want == "closed" && r.Verdict != IsClosed:
			missed++
			fmt.Printf("MISSED %-8s %s %v\n", got, line, r.Because)
		case want != "closed" && r.Verdict == IsClosed:
			wrong++
			fmt.Printf("WRONG  %-8s %s %v\n", got, line, r.Because)
		case want == "ignore" && r.Verdict != IsIgnored, strings.HasPrefix(want, "partial") && got != want, want == "ask" && got != want:
			fmt.Printf("other  %-8s %s %v\n", got, line, r.Because)
		}
	}
	fmt.Printf("%d titles (%d closed): wrong %d missed %d\n", n, cl, wrong, missed)
}
