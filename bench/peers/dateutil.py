"""Expands a workload with python-dateutil, and prints its tally and the best
pass in nanoseconds of processor time.

usage: dateutil.py WORKLOAD REPEATS
       dateutil.py --version
"""
import sys

sys.path.pop(0)  # this folder: the script has the package's own name

from datetime import date, datetime
from importlib.metadata import version
from time import process_time_ns

from dateutil.rrule import rrulestr

UNIX_EPOCH = date(1970, 1, 1).toordinal()


def read(path):
    rules, closed = [], set()
    with open(path, encoding="ascii") as lines:
        for line in lines:
            word, day, *text = line.split()
            start = datetime.strptime(day, "%Y%m%d")
            if word == "rule":
                rules.append((start, text[0]))
            else:
                closed.add(start.toordinal())
    return rules, closed


def expand(rules, closed):
    dates = checksum = lost = 0
    for start, text in rules:
        for at in rrulestr(text, dtstart=start):
            ordinal = at.toordinal()
            dates += 1
            checksum += ordinal - UNIX_EPOCH
            if ordinal in closed:
                lost += 1
    return dates, checksum, lost


def main():
    if sys.argv[1] == "--version":
        print(version("python-dateutil"))
        return
    rules, closed = read(sys.argv[1])
    best = None
    for _ in range(int(sys.argv[2])):
        began = process_time_ns()
        tally = expand(rules, closed)
        took = process_time_ns() - began
        best = took if best is None else min(best, took)
    print(*tally, best)


main()
