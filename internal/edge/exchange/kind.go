package exchange

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"midweek/internal/core/refusal"
)

// The kinds of file that the program shows. Every other one is kept as bytes.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
	PDF  = "application/pdf"
	// Bytes is what cannot be told by its first bytes.
	Bytes = "application/octet-stream"
)

// KindSize is how many first bytes tell a kind.
const KindSize = 64

// kinds are told by what a file begins with, whatever its name says. Those that
// are never shown are named for the list alone.
var kinds = []struct {
	at    int
	begin string
	kind  string
}{
	{0, "\xff\xd8\xff", JPEG},
	{0, "\x89PNG\r\n\x1a\n", PNG},
	{0, "%PDF-", PDF},
	{0, "GIF8", "image/gif"},
	{8, "WEBP", "image/webp"},
	{0, "II*\x00", "image/tiff"},
	{0, "MM\x00*", "image/tiff"},
	{4, "ftypheic", "image/heic"},
	{4, "ftypheix", "image/heic"},
	{4, "ftypmif1", "image/heif"},
	{4, "ftypqt", "video/quicktime"},
	{4, "ftyp", "video/mp4"},
	{0, "ID3", "audio/mpeg"},
	{0, "PK\x03\x04", "application/zip"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"},
	{0, "{\\rtf", "application/rtf"},
}

// KindOf is the kind of a file by its first bytes, KindSize of them or all:
// Bytes where they do not tell.
func KindOf(head []byte) string {
	for _, k := range kinds {
		if len(head) >= k.at && bytes.HasPrefix(head[k.at:], []byte(k.begin)) {
			return k.kind
		}
	}
	return Bytes
}

// The largest picture that is shown: the engine would need four bytes for each
// of its points at once.
const (
	maxPoints = 50_000_000
	maxSide   = 32_767
)

// Showable says whether the program may show a file, and as which kind: by its
// bytes, and of a picture only after its measures are known. Else it refuses
// with PaperNotShown or PictureTooBig. The reader is left at its beginning.
func Showable(file io.ReadSeeker) (kind string, err error) {
	head := make([]byte, KindSize)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return "", err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	kind = KindOf(head[:n])
	measure := map[string]func(io.Reader) (image.Config, error){JPEG: jpeg.DecodeConfig, PNG: png.DecodeConfig}[kind]
	switch {
	case kind == PDF:
		return kind, nil
	case measure == nil:
		return "", refusal.New(refusal.PaperNotShown)
	}
	size, err := measure(file)
	if err != nil || size.Width > maxSide || size.Height > maxSide || size.Width*size.Height > maxPoints {
		return "", refusal.New(refusal.PictureTooBig)
	}
	_, err = file.Seek(0, io.SeekStart)
	return kind, err
}
