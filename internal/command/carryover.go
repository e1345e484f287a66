package command

import (
	"fmt"
	"io"

	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/paper"
)

type carries struct {
	recordFile
	AsOf  dayFlag `placeholder:"DAY" help:"Count as of DAY; today when left out."`
	Child string  `placeholder:"ID" help:"The child, where there are several."`
	Out   string  `short:"o" placeholder:"FILE" help:"Write a page to sign (.pdf)."`
	Force bool    `help:"Write over the file that is there."`
}

// Help teaches the command.
func (carries) Help() string { return carryHelp }

// Run says where what is open goes, or writes it on a page to sign.
func (f carries) Run(c *call) error {
	page, err := f.page(f.AsOf.or(c.today))
	if err != nil {
		return err
	}
	if f.Out != "" {
		return f.write(c, page)
	}
	table(c, func(w io.Writer) {
		fmt.Fprintln(w, "Service\tTo make up\tMade up\tFit this year\tTo summer\tTo next year")
		for _, s := range page.Series {
			b := fit.BalanceOf(s, page.Today)
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", words.Service(s.VersionOn(page.Today).Service.Type), words.Number(b.ToMakeUp),
				words.Number(b.MadeUp), words.Number(b.Later), words.Number(b.Summer), words.Number(b.NextYear))
		}
	})
	return nil
}

func (f carries) page(asOf day.Day) (*handout.CarryOver, error) {
	r, l, err := f.ledger(asOf)
	if err != nil {
		return nil, err
	}
	page := &handout.CarryOver{Today: asOf}
	if page.Child, err = f.child(r); err != nil {
		return nil, inFile{f.File, err}
	}
	for _, s := range l.Series {
		if s.ChildID == page.Child.ID {
			page.Series = append(page.Series, s)
		}
	}
	return page, nil
}

// child is the one named, or the only one.
func (f carries) child(r *record.Record) (*iep.Child, error) {
	if f.Child == "" && len(r.Children) == 1 {
		return &r.Children[0], nil
	}
	if child := r.Child(f.Child); child != nil {
		return child, nil
	}
	if f.Child == "" {
		return nil, refusal.At("--child", refusal.New(refusal.Missing))
	}
	return nil, refusal.At("--child", refusal.New(refusal.NoSuch, "what", "child", "id", f.Child))
}

func (f carries) write(c *call, page *handout.CarryOver) error {
	if err := exchange.MayWrite(f.Out, f.Force); err != nil {
		return inFile{f.Out, err}
	}
	pdf, err := paper.PDF(page.Page())
	if err == nil {
		err = exchange.Save(f.Out, pdf, f.Force)
	}
	if err != nil {
		return inFile{f.Out, err}
	}
	fmt.Fprintln(c, "Written: a page to sign, with the child's name on it. Only you can read the file.")
	return nil
}
