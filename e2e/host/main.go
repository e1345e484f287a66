// Command host serves the pages of the window to an ordinary browser on this
// machine, with the program's own bound methods behind them, so that the pages
// can be tested and looked at without a window. It is never shipped.
//
//	go run ./e2e/host --data DIR --today 2025-03-20 --port 4173
//
// Dialogs have nobody to ask here: a file is opened from DIR/open.json, or of
// another kind with its ending, such as DIR/open.ics, and saved as
// DIR/saved/NAME. What is copied lands in DIR/copied.txt.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"midweek/app"
	"midweek/app/window"
	"midweek/e2e/host/bridge"
	"midweek/internal/core/day"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

func main() {
	data := flag.String("data", "", "the folder to keep everything in (needed)")
	today := flag.String("today", "", "the day to take for today, as 2025-03-20; else the clock")
	port := flag.Int("port", 0, "the port on 127.0.0.1; else a free one")
	dist := flag.String("dist", filepath.Join("frontend", "dist"), "the built pages")
	sample := flag.Bool("sample", false, "begin with the sample family")
	flag.Parse()
	log.SetFlags(0)
	if *data == "" {
		log.Fatal("host: --data names the folder to keep everything in")
	}
	if err := serve(*data, *today, *dist, *port, *sample); err != nil {
		log.Fatal("host: ", err)
	}
}

func serve(data, today, dist string, port int, sample bool) error {
	var on day.Day
	if today != "" {
		var err error
		if on, err = day.Parse(today); err != nil {
			return err
		}
	}
	config := filepath.Join(data, "config")
	house, err := open.New(open.Options{Data: filepath.Join(data, "data"), Config: config, Today: on, Cost: cheap})
	if err != nil {
		return err
	}
	defer house.Close()
	if sample {
		if err := house.Sample(); err != nil {
			return err
		}
	}
	desk := &app.Desk{House: house, Keep: true, Outside: &outside{folder: data, prefs: prefs.In(config)}}
	handler, err := bridge.Handler(os.DirFS(dist), desk.Screens(), desk.First, desk.Paper)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	asked, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-asked.Done()
		server.Close()
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// cheap is a try of a passphrase that takes no time: here it guards nothing.
var cheap = open.Cost{MemoryKiB: 64, Passes: 1, Threads: 1}

// outside stands in for the window.
type outside struct {
	folder string
	prefs  prefs.Folder
}

func (o *outside) OpenFile(_ string, kind window.Kind) (string, error) {
	for _, ending := range append([]string{kind.Ending}, kind.Also...) {
		path := filepath.Join(o.folder, "open"+ending)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", nil // as if the person would rather not
}

// OpenFiles are all files in a folder of that name.
func (o *outside) OpenFiles(string) ([]string, error) {
	return filepath.Glob(filepath.Join(o.folder, "open", "*"))
}

func (o *outside) Folder(string) (string, error) {
	saved := filepath.Join(o.folder, "saved")
	return saved, os.MkdirAll(saved, 0o700)
}

func (o *outside) SaveFile(_, name string, _ window.Kind) (string, error) {
	saved := filepath.Join(o.folder, "saved")
	if err := os.MkdirAll(saved, 0o700); err != nil {
		return "", err
	}
	return filepath.Join(saved, filepath.Base(name)), nil
}

func (o *outside) NameEdits(string, string) {}

func (o *outside) Refresh() {}

func (o *outside) AskLock() {}

func (o *outside) Restart() {}

func (o *outside) Dropped(string) {}

func (o *outside) ShowFolder(string) error { return nil }

func (o *outside) Copy(text string) error {
	return os.WriteFile(filepath.Join(o.folder, "copied.txt"), []byte(text), 0o600)
}

func (o *outside) Prefs() prefs.Prefs { return o.prefs.Read() }

func (o *outside) ChangePrefs(change func(*prefs.Prefs)) error {
	p := o.prefs.Read()
	change(&p)
	return o.prefs.Save(p)
}
