package open

import (
	"midweek/internal/core/block"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/paper"
)

// SaveText writes a text to a file that only its owner may read. The person was
// asked about a file that is there.
func SaveText(path, text string) error { return exchange.Save(path, []byte(text), true) }

// SavePage puts a document on paper and writes it to a file that only its
// owner may read. The person was asked about a file that is there.
func SavePage(path string, doc *block.Document) error {
	pdf, err := paper.PDF(doc)
	if err != nil {
		return err
	}
	return exchange.Save(path, pdf, true)
}
