package portable

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"path"
	"strings"

	"midweek/internal/core/refusal"
)

// pack writes the ZIP: the README first, so that it is what a stranger sees.
func pack(to io.Writer, c Contents) ([]Missing, error) {
	z := zip.NewWriter(to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	p := &packer{zip: z, made: c}
	p.put(ReadmeName, []byte(readme(c)))
	p.put(DataName, c.Data)
	p.put(ActsName, c.Acts)
	p.put(DatabaseName, c.Database)
	list := p.papers(c.Papers)
	p.put(ListName, list)
	if p.err == nil {
		p.err = z.Close()
	}
	return p.missing, p.err
}

// A packer puts files into a ZIP until something fails.
type packer struct {
	zip     *zip.Writer
	made    Contents
	missing []Missing
	err     error
}

func (p *packer) put(name string, data []byte) {
	p.copy(name, bytes.NewReader(data))
}

func (p *packer) copy(name string, from io.Reader) {
	if p.err != nil {
		return
	}
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.made.Made.UTC()})
	if err == nil {
		_, err = io.Copy(w, from)
	}
	if err != nil {
		p.err = fmt.Errorf("putting %s in: %w", inside(name), err)
	}
}

// inside is what an error may tell of a name: those of attachments are a
// family's.
func inside(name string) string {
	if strings.HasPrefix(name, PapersName+"/") {
		return "an attachment"
	}
	return name
}

// papers puts the attachments in, each with a number before its name, so that
// no two are the same, whatever letters a system tells apart. It gives the
// list.
func (p *packer) papers(all []Paper) []byte {
	list := newList()
	for i := range all {
		if p.err != nil {
			return nil
		}
		name := path.Join(PapersName, fmt.Sprintf("%04d %s", i+1, plain(all[i].Name)))
		list.add(&all[i], p.paper(name, &all[i]))
	}
	return list.bytes()
}

// paper puts one in and gives its name inside; empty when it could not be had.
func (p *packer) paper(name string, a *Paper) string {
	f, err := a.Open()
	if why := refusal.From(err); why != nil {
		p.missing = append(p.missing, Missing{a.Given, why})
		return ""
	}
	if err != nil {
		p.err = fmt.Errorf("opening an attachment: %w", err)
		return ""
	}
	p.copy(name, f)
	if err := f.Close(); err != nil && p.err == nil {
		p.err = fmt.Errorf("closing an attachment: %w", err)
	}
	return name
}

// plain is a name that cannot lead out of its folder, whatever it was.
func plain(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	if strings.Trim(name, ". ") == "" {
		return "attachment"
	}
	return name
}
