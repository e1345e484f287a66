package open

import (
	"io"

	"midweek/internal/core/iep"
	"midweek/internal/core/passphrase"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/portable"
)

// PortableEnding is how the name of a portable copy ends.
const PortableEnding = portable.Ending

// CheckPortable holds the passphrase of a portable copy, typed twice, to what is
// asked of a record's own. The names of the family are the first that others try.
func (r *Room) CheckPortable(typed, again string) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	names := []string{r.Author()}
	for i := range book.Record.Children {
		names = append(names, book.Record.Children[i].Name)
	}
	if err := passphrase.Check(typed, names...); err != nil {
		return refusal.At("passphrase", err)
	}
	if again != typed {
		return refusal.At("again", refusal.New(refusal.NotTheSame))
	}
	return nil
}

// SavePortable writes everything of the open record into one locked file that
// public tools open with its own passphrase (package portable). The person was
// asked about a file that is there. Attachments that are missing or damaged are
// named, and the rest is written all the same.
func (r *Room) SavePortable(path, passphrase string) ([]Untaken, error) {
	contents, err := r.everything()
	if err != nil {
		return nil, err
	}
	var missing []portable.Missing
	err = exchange.SaveWith(path, true, func(to io.Writer) error {
		missing, err = portable.Seal(to, passphrase, *contents)
		return err
	})
	not := make([]Untaken, len(missing))
	for i, m := range missing {
		not[i] = Untaken{m.Name, m.Why}
	}
	return not, err
}

// everything is the record in all its forms.
func (r *Room) everything() (*portable.Contents, error) {
	whole, err := r.Export()
	if err != nil {
		return nil, err
	}
	data, err := exchange.Write(whole)
	if err != nil {
		return nil, err
	}
	history, err := r.History()
	if err != nil {
		return nil, err
	}
	database, err := r.store.Image()
	if err != nil {
		return nil, err
	}
	return &portable.Contents{
		Made: r.now(), Record: r.store.RecordID(), Data: data, Acts: exchange.WriteActs(history), Database: database,
		Papers: r.portablePapers(whole.Attachments),
	}, nil
}

func (r *Room) portablePapers(all []iep.Attachment) []portable.Paper {
	papers := make([]portable.Paper, len(all))
	for i := range all {
		a := &all[i]
		papers[i] = portable.Paper{
			Name: PaperName(a), Given: a.Name, Kind: a.MediaType, Size: int64(a.Size), SHA256: a.SHA256, Added: a.AddedOn.String(),
			Open: func() (io.ReadCloser, error) { return r.shelf.Open(paperOf(a)) },
		}
	}
	return papers
}
