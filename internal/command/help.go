package command

const introduction = `Midweek counts a child's therapy on the school's real calendar: what the plan promised, what was given, what was missed and why, what is to be made up under the policy you chose, what carries into the summer, and which weekdays lose least. The program counts; people decide. Nothing leaves this computer.

Start with "midweek sample"; "midweek COMMAND --help" teaches each command.`

const evaluateHelp = `Computes the whole ledger of a service-hours file as of a day: every service, every missed session with its reason, whose answer it is (to make up, ask the team, for the record), what has been made up, and what is open.

  midweek evaluate record.json
  midweek evaluate record.json --as-of 2025-03-20
  midweek evaluate record.json --as-of 2025-03-20 --json

A session that nobody filled in is unknown, never missed. "To make up" is always under the policy named at the service.`

const plannerHelp = `Ranks every set of N weekdays by what the school calendar takes from them: fewest sessions lost to closures, then fewest on short days, then most kept. Equal sets share a place.

  midweek planner record.json --calendar houston-2024-25 --days 2
  midweek planner record.json --calendar y1,y2 --days 2 --forbid MO --gap
  midweek planner calendar.json --calendar nyc-2024-25 --days 3 --start 09:30 --compare MO,WE,FR
  midweek planner record.json --calendar y1,y2,y3 --days 2 --series sp --why
  midweek planner record.json --calendar y1,y2,y3 --days 2 --series sp -o page.pdf

With --series the days on which a service stands now stand beside the ranking. With -o the answer is one page for a meeting: the ranking, what takes the sessions, how it was counted, and words to propose for the plan.`

const fitHelp = `Lays the open minutes of one series on the open school days that are left, a few make-up sessions a week, and says whether all of it fits before the last day, the last day on which it could begin, or what keeps it from fitting, and what then goes to the summer and to next year.

  midweek fit record.json --series sp
  midweek fit record.json --series sp --extra-minutes 15 --per-week 2 --days TU,TH`

const readingsHelp = `Reads every service in each way that its plan has, side by side: session by session, period by period, and by the plan's own words about missed sessions where it has some. Then every week or month in which they do not agree, with what they count in different ways. Which reading holds is for the people who signed the plan.

  midweek readings record.json --as-of 2025-03-20
  midweek readings record.json --json`

const carryHelp = `Says of each service of a child how many minutes are to make up, and where they go: made up, fit before the last day of school, fit into the make-up minutes set aside in summer, or remain for next year's request. With -o it is one page for the family and the school to sign.

  midweek carryover record.json --child nora --as-of 2025-06-04
  midweek carryover record.json --child nora -o page.pdf`

const explainHelp = `Says why a service has a session on a day, or none: what the school's calendar makes of the day, which schedule plans it or why it does not, and what the school claims. What a claim costs is shown beside it and changes no number.

  midweek explain record.json --series sp --date 2025-03-11
  midweek explain record.json --series sp --date 2025-03-11 --json`

const deadlinesHelp = `Counts from requests, meetings and missed sessions to the day by which someone must act, under the federal rules that could be sourced. Every answer shows what was counted, what was passed over, and where the rule was read. What is left open is asked, never guessed.

  midweek deadlines record.json --as-of 2025-03-20`

const calendarReadHelp = `Reads the calendar that a school publishes (.ics) and says for each event what it is for a school day: closed, short, given back, tests, a question, or nothing; with the words that decided it, and what is least certain first. Dates as plain text (.txt, such as "Nov 25-29 Thanksgiving break") are read as well. Nothing is changed: a person confirms.

  midweek calendar read school.ics
  midweek calendar read school.ics --from 2024-08-19 --to 2025-06-18 --level elementary
  midweek calendar read dates.txt --from 2024-08-19 --to 2025-06-18`

const checkHelp = `Reads a service-hours file, checks all of it, and says what is wrong first and where. Nothing is changed.

  midweek record check record.json`

const importHelp = `Takes a service-hours file into the family's record, as one step that can be undone. The same file twice adds nothing, and what you changed since is not turned back. A file that is not in order changes nothing.

  midweek record import family.json
  midweek record import family.json --data ./folder`

const exportHelp = `Writes the family's record to a file that any program may read: as service-hours, or with --acts every entry that was ever written, which "midweek verify" can check. A file that is there is left alone unless --force is given.

  midweek record export family.json
  midweek record export entries.acts --acts`

const backupMakeHelp = `Makes a safe copy of the family's record: written, opened again from the disk and compared, and only then counted. A copy opens alone, with this program and, where the record is locked, the same passphrase or recovery key. The window makes such copies by itself; this is for one at a time of your own.

  midweek backup make
  midweek backup make --data ./folder`

const backupVerifyHelp = `Reads a safe copy back, as on the day when it is needed: every byte, every page and every entry. Without FILE it is the newest copy in the data folder, with --all each of them. The record itself is not opened, so this works while the window is open, or when the record cannot be opened. For a locked copy the passphrase is asked for, or read from standard input.

  midweek backup verify
  midweek backup verify --all
  midweek backup verify /media/stick/midweek-20261122T184012-daily-1234.vault`

const backupRestoreHelp = `Makes what a safe copy holds the family's record again. A copy of how it is now is made first; without that, nothing is changed. Settings stay, and words that were removed for good since stay removed.

  midweek backup restore midweek-20261122T184012-daily-1234.vault`

const verifyHelp = `Reads a file of entries and checks that each is as it was written, that none is missing between them, and that the end is there. With --check it also finds the entry of a check code that is printed in a letter. The family's own record is not opened.

  midweek verify entries.acts
  midweek verify entries.acts --check CODE

Exit status: 0 sound, 1 an entry was changed or is missing, 2 no entry has the check code, 3 not a file that can be read.`

const sampleHelp = `Prints the year of a made-up family on a real school calendar, frozen on a day in March: the weekdays, the ledger with its reasons, what still fits before June, what carries into the summer.

  midweek sample
  midweek sample --file > family.json     the sample's record, to try the other commands on`
