package command

import (
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// oneSeries names a series of services.
type oneSeries struct {
	Series string `required:"" placeholder:"ID" help:"The series of services."`
	Child  string `placeholder:"ID" help:"The child, where two have a series of that name."`
}

func (f oneSeries) find(l *ledger.Ledger) (*ledger.Series, error) {
	var found *ledger.Series
	var ids []string
	for _, s := range l.Series {
		ids = append(ids, s.ID)
		if s.ID != f.Series || f.Child != "" && s.ChildID != f.Child {
			continue
		}
		if found != nil {
			return nil, refusal.New(refusal.TwoSeries, "id", f.Series)
		}
		found = s
	}
	if found == nil {
		return nil, refusal.New(refusal.NoSuchSeries, "id", f.Series, "known", list(ids))
	}
	return found, nil
}
