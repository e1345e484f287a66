package open_test

import (
	"fmt"
	"testing"

	"midweek/internal/open"
	"midweek/internal/sample"
)

// BenchmarkMakeCopy makes copies of a record of about 5 MB, each written, read
// back and compared.
func BenchmarkMakeCopy(b *testing.B) {
	for _, locked := range []bool{false, true} {
		b.Run(fmt.Sprintf("locked=%v", locked), func(b *testing.B) {
			l := benchLaptop(b)
			var secrets []open.Secret
			if locked {
				secrets = []open.Secret{open.Passphrase(moms)}
			}
			must(b, l.Begin("Mom", "Mia", secrets...))
			_, err := l.Room().Import(sample.File())
			must(b, err)
			for n := range 10 {
				must(b, l.Room().SetDraft(fmt.Sprint(n), string(make([]byte, 400<<10))))
			}
			for b.Loop() {
				_, err := l.Room().MakeCopy(open.AskedCopy)
				must(b, err)
			}
			must(b, l.Close())
		})
	}
}

func benchLaptop(b *testing.B) *open.House {
	b.Helper()
	h, err := open.New(open.Options{Data: b.TempDir(), Config: b.TempDir(), Cost: cheap})
	must(b, err)
	return h
}

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
