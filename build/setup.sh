#!/bin/sh
# Installs the system packages that are missing, by apt. Each argument is
# package:program; without a program the package itself is asked for.
set -eu

missing=""
for pair in "$@"; do
	package=${pair%%:*} program=${pair#*:}
	if [ -n "$program" ]; then
		command -v "$program" >/dev/null 2>&1 || missing="$missing $package"
	elif [ "$package" = libwebkit2gtk-4.1-dev ]; then
		pkg-config --exists webkit2gtk-4.1 2>/dev/null || missing="$missing $package"
	elif command -v dpkg-query >/dev/null 2>&1; then
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
	fi
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
	echo "These are missing, and there is no apt-get to install them:$missing" >&2
	echo "Install what your system calls them, then run this again." >&2
	exit 1
fi
root=""
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null 2>&1; then
		echo "These are missing; install them as root, then run this again:$missing" >&2
		exit 1
	fi
	root=sudo
fi
echo "Installing:$missing"
$root apt-get -o DPkg::Lock::Timeout=600 update
# shellcheck disable=SC2086 # a list
DEBIAN_FRONTEND=noninteractive $root apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
