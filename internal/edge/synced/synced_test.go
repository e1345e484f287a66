package synced_test

import (
	"strings"
	"testing"

	"midweek/internal/edge/synced"
)

func TestByNames(t *testing.T) {
	for path, want := range map[string]synced.Service{
		"/home/maria/.config/midweek/data":                                        synced.None,
		"/home/maria/Dropbox/midweek":                                             synced.Dropbox,
		"/home/maria/Dropbox":                                                     synced.Dropbox,
		"/home/maria/dropbox/a/b/c/d/e":                                           synced.Dropbox,
		"/Users/maria/Lane School Dropbox/Maria/data":                             synced.Dropbox,
		"/Users/maria/Dropbox (Personal)/data":                                    synced.Dropbox,
		`C:/Users/Maria/OneDrive/Documents/midweek`:                               synced.OneDrive,
		`C:/Users/Maria/OneDrive - Birch Hollow School/midweek`:                   synced.OneDrive,
		"/Users/maria/Library/CloudStorage/OneDrive-Personal/midweek":             synced.OneDrive,
		"/Users/maria/Library/CloudStorage/GoogleDrive-maria@example.com/M":       synced.GoogleDrive,
		"/Users/maria/Library/CloudStorage/Box-Box/midweek":                       synced.Box,
		"/Users/maria/Library/CloudStorage/Dropbox-Team/midweek":                  synced.Dropbox,
		"/Users/maria/Library/CloudStorage/SomethingNew/midweek":                  synced.Other,
		"G:/My Drive/midweek":                                                     synced.GoogleDrive,
		"/home/maria/My Drive/midweek":                                            synced.None,
		"/home/maria/Google Drive/midweek":                                        synced.GoogleDrive,
		"/Users/maria/Library/Mobile Documents/com~apple~CloudDocs/midweek":       synced.ICloud,
		"/Users/maria/Library/Mobile Documents/iCloud~org~midweek/Documents/data": synced.ICloud,
		`C:/Users/Maria/iCloudDrive/midweek`:                                      synced.ICloud,
		"/home/maria/Nextcloud/midweek":                                           synced.Nextcloud,
		"/home/maria/ownCloud/midweek":                                            synced.OwnCloud,
		"/home/maria/Box/midweek":                                                 synced.Box,
		"/home/maria/moving/Box/midweek":                                          synced.None,
		"/home/maria/Box Sync/midweek":                                            synced.Box,
		"/home/maria/Boxes/midweek":                                               synced.None,
		"/home/maria/onedrive-backup-2019/midweek":                                synced.None,
		"/media/maria/stick":                                                      synced.None,
		"/":                                                                       synced.None,
	} {
		parts := strings.Split(path, "/")
		if got := synced.By(parts, func(int, string) bool { return false }); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestByMarks(t *testing.T) {
	for name, want := range map[string]synced.Service{
		".dropbox.cache": synced.Dropbox, ".849C9593-D756-4E56-8D6E-42412F2A707B": synced.OneDrive, ".tmp.driveupload": synced.GoogleDrive,
		".sync_0123abcd.db": synced.Nextcloud, ".owncloudsync.log": synced.OwnCloud, ".stfolder": synced.Syncthing,
		".dropbox": synced.None, "sync_list.db": synced.None, ".config": synced.None,
	} {
		parts := []string{"", "home", "maria", "papers", "midweek"}
		got := synced.By(parts, func(i int, pattern string) bool { return parts[i] == "papers" && synced.Match(pattern, name) })
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The folder nearest to the record counts: a shared folder inside another one.
func TestTheNearestCounts(t *testing.T) {
	parts := strings.Split("/home/maria/Dropbox/Nextcloud/midweek", "/")
	if got := synced.By(parts, func(int, string) bool { return false }); got != synced.Nextcloud {
		t.Errorf("%q", got)
	}
}

func TestNoFolderAtAll(t *testing.T) {
	if got := synced.By(nil, func(int, string) bool { return true }); got != synced.None {
		t.Errorf("%q", got)
	}
}
