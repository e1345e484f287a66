package vault

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io/fs"
)

// errPublish is a new generation of which nobody can tell whether it is there
// after a power cut.
var errPublish = errors.New("the disk did not confirm a new file of the vault")

// publish writes the image as a new generation with this header, reads it back,
// and puts it in place. It is the vault's then, whatever happens. An error that
// is errPublish means that nobody can tell; with any other the generation
// before goes on.
func (v *Vault) publish(h *header, dataKey []byte) (*generation, error) {
	g := &generation{header: h}
	var err error
	if g.seal, err = newSealer(h, dataKey); err != nil {
		return nil, err
	}
	draft, name := v.place.file(h.generation)+unfinished, v.place.file(h.generation)
	disk := v.place.disk
	if err := disk.remove(draft); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := v.draw(g, draft); err != nil {
		_ = disk.remove(draft) // else by the next attempt
		return nil, err
	}
	if err := disk.rename(draft, name); err != nil {
		return nil, errors.Join(v.unpublished(name), err)
	}
	if err := disk.syncFolder(v.place.Dir); err != nil {
		return nil, errors.Join(errPublish, err)
	}
	if g.file, err = disk.open(name, true); err != nil {
		return nil, errors.Join(errPublish, err)
	}
	return g, nil
}

// unpublished is errPublish when a file may have got its name all the same.
func (v *Vault) unpublished(name string) error {
	f, err := v.place.disk.open(name, false)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = f.Close()
	}
	return errors.Join(errPublish, err)
}

// draw writes a whole generation under another name, brings it to the disk and
// compares what can be read there with the image.
func (v *Vault) draw(g *generation, draft string) error {
	f, err := v.place.disk.create(draft)
	if err != nil {
		return err
	}
	g.file = f
	if err := errors.Join(v.fill(g), f.Close()); err != nil {
		return err
	}
	if f, err = v.place.disk.open(draft, false); err != nil {
		return err
	}
	again := &generation{header: g.header, seal: g.seal, file: f}
	err = again.read(&digest{Hash: sha256.New()})
	if err == nil && (again.torn || again.seq != g.seq || again.tag != g.tag) {
		err = &damagedError{after: again.seq}
	}
	g.file = nil
	return errors.Join(err, f.Close())
}

// fill writes header and picture, and waits for the disk.
func (v *Vault) fill(g *generation) error {
	if _, err := g.file.WriteAt(g.header.bytes(), 0); err != nil {
		return err
	}
	g.end = headerSize
	part := make([]byte, 0, pictureSize-overhead)
	err := v.image.each(func(page []byte) error {
		for len(page) > 0 {
			n := min(len(page), cap(part)-len(part))
			part, page = append(part, page[:n]...), page[n:]
			if len(part) == cap(part) {
				if err := g.write(pictureRecord, part); err != nil {
					return err
				}
				part = part[:0]
			}
		}
		return nil
	})
	if err == nil && len(part) > 0 {
		err = g.write(pictureRecord, part)
	}
	clear(part[:cap(part)])
	if err == nil {
		err = g.write(pictureEnd, pictureSum(v.image.sum()))
	}
	if err == nil && g.ended {
		err = g.write(closeRecord, nil)
	}
	if err == nil {
		err = g.file.Sync()
	}
	return err
}

// A digest is a sink that keeps nothing but the hash.
type digest struct {
	hash.Hash
	length int64
}

func (d *digest) part(body []byte) {
	d.length += int64(len(body))
	d.Write(body)
}

func (d *digest) sum() (int64, [32]byte) { return d.length, [32]byte(d.Sum(nil)) }

func (d *digest) apply([]byte) error { return errSealed }
