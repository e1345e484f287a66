package refusal

// Days, times and weekdays.
const (
	DayForm     Code = "day_form"     // text
	DayUnreal   Code = "day_unreal"   // text
	DayRange    Code = "day_range"    // text, first, last
	ClockForm   Code = "clock_form"   // text
	WeekdayForm Code = "weekday_form" // text
	DayTyped    Code = "day_typed"    // text
	DayNoYear   Code = "day_no_year"  // text
	MonthUnreal Code = "month_unreal" // month
	NoSuchDay   Code = "no_such_day"  // month, day
	NoLeapYear  Code = "no_leap_year" // year
)

// Recurrence rules.
const (
	RuleLong       Code = "rule_long"       // limit
	RuleLines      Code = "rule_lines"      //
	RuleForm       Code = "rule_form"       // part
	RuleTwice      Code = "rule_twice"      // part
	RulePart       Code = "rule_part"       // part
	RuleUnknown    Code = "rule_unknown"    // part
	RuleTooOften   Code = "rule_too_often"  // part
	RuleValue      Code = "rule_value"      // part, value
	RuleBounds     Code = "rule_bounds"     // part, value, low, high
	RuleMixedDays  Code = "rule_mixed_days" // value
	RuleNth        Code = "rule_nth"        // value
	RuleNthMonthly Code = "rule_nth_monthly"
	RuleNoFreq     Code = "rule_no_freq"
	RuleTogether   Code = "rule_together" // part, other
	RuleYearMonth  Code = "rule_year_month"
	RuleSetPos     Code = "rule_set_pos"
	RuleNever      Code = "rule_never"
	RuleTooMany    Code = "rule_too_many" // limit
)

// Files.
const (
	NotJSON      Code = "not_json"
	NotText      Code = "not_text"
	NotOurFormat Code = "not_our_format" // found
	NewerVersion Code = "newer_version"  // found, known
	TooLarge     Code = "too_large"      // limit
	TooDeep      Code = "too_deep"       // limit
	TwoKeys      Code = "two_keys"       // name
)

// Fields.
const (
	Missing          Code = "missing"
	WrongType        Code = "wrong_type"    // want
	TextTooLong      Code = "text_too_long" // limit
	TooManyRows      Code = "too_many_rows" // limit
	NotAWord         Code = "not_a_word"    // text, words
	NotPositive      Code = "not_positive"  // value, low, high
	OutOfBounds      Code = "out_of_bounds" // value, low, high
	NotUnique        Code = "not_unique"    // id
	NoSuch           Code = "no_such"       // what, id
	Backwards        Code = "backwards"     // start, end
	NeedsMinutes     Code = "needs_minutes" // kind
	NeedsTerms       Code = "needs_terms"   // calendar
	NeedsLength      Code = "needs_length"
	EveryWeeks       Code = "every_weeks"        // value
	ReservedID       Code = "reserved_id"        // id
	TermsMeet        Code = "terms_meet"         // start, end
	SeriesOfTwo      Code = "series_of_two"      // id
	NoSuchPack       Code = "no_such_pack"       // id, known
	TooManySchedules Code = "too_many_schedules" // limit
	TooManySlots     Code = "too_many_slots"     // limit
	RuleAndCycle     Code = "rule_and_cycle"
	WeeksNotWeekly   Code = "weeks_not_weekly"
	NumberTwice      Code = "number_twice" // value
	CycleNeedsSchool Code = "cycle_needs_school"
	CycleOutside     Code = "cycle_outside"
	CycleNoSchool    Code = "cycle_no_school"
)

// What a person asks on the command line or in a form.
const (
	NoSuchSeries    Code = "no_such_series"    // id, known
	TwoSeries       Code = "two_series"        // id
	NoSuchCalendar  Code = "no_such_calendar"  // id, known
	NoSessionLength Code = "no_session_length" // series
	DaysOfWeek      Code = "days_of_week"      // value, low, high
	NoDays          Code = "no_days"
	CompareDays     Code = "compare_days" // value
	FileThere       Code = "file_there"
	NoSuchCheck     Code = "no_such_check" // text
	SheetCode       Code = "sheet_code"    // text
	SheetOther      Code = "sheet_other"   // text
)

// What a person does to an open record.
const (
	NoRecord       Code = "no_record"
	Gone           Code = "gone"
	NothingToUndo  Code = "nothing_to_undo"
	NothingToRedo  Code = "nothing_to_redo"
	InTheWay       Code = "in_the_way"     // id
	StillNeeded    Code = "still_needed"   // noun, name
	NotYet         Code = "not_yet"        // day
	NoneBefore     Code = "none_before"    // day
	TimesDisagree  Code = "times_disagree" // lasted, minutes
	ConsultApart   Code = "consult_apart"
	OutsideService Code = "outside_service" // first, last
	OutsideYear    Code = "outside_year"    // first, last
	EndsFirst      Code = "ends_first"      // opening, dismissal
	NothingTicked  Code = "nothing_ticked"
	NothingSaid    Code = "nothing_said"
	NothingPlanned Code = "nothing_planned"
	NotConfirmed   Code = "not_confirmed" // text
	NotChosen      Code = "not_chosen"
	AlreadyThere   Code = "already_there"
	NothingMoves   Code = "nothing_moves"
	AgencyApart    Code = "agency_apart"
	Settled        Code = "settled"      // day
	ChangeThere    Code = "change_there" // day
)

// The file of the record.
const (
	DiskFull         Code = "disk_full"
	ReadOnly         Code = "read_only"
	SaveUncertain    Code = "save_uncertain"
	RecordInUse      Code = "record_in_use"
	RecordEmpty      Code = "record_empty"
	RecordForeign    Code = "record_foreign"
	RecordNewer      Code = "record_newer" // found, known
	RecordDamaged    Code = "record_damaged"
	RecordUnreadable Code = "record_unreadable"
	RecordOlder      Code = "record_older"
	RecordTwo        Code = "record_two"
	RecordMoving     Code = "record_moving"
)

// The lock of the record.
const (
	WrongPassphrase Code = "wrong_passphrase"
	WrongRecovery   Code = "wrong_recovery"
	RecoveryTyped   Code = "recovery_typed"
	SlotsFull       Code = "slots_full" // limit
	LastSlot        Code = "last_slot"
	RecordSealed    Code = "record_sealed"
	PlainRecord     Code = "plain_record"
	LockedRecord    Code = "locked_record"
	TooLargeToLock  Code = "too_large_to_lock" // limit
	PaperInTheWay   Code = "paper_in_the_way"  // name

	PassphraseShort  Code = "passphrase_short"
	PassphraseCommon Code = "passphrase_common"
	PassphraseName   Code = "passphrase_name"
	SamePassphrase   Code = "same_passphrase"
	GroupsTyped      Code = "groups_typed"
	NothingMade      Code = "nothing_made"
	WordTyped        Code = "word_typed" // word
	NoKeychain       Code = "no_keychain"
)

// Safe copies of a record.
const (
	NoCopies          Code = "no_copies"
	CopyFailed        Code = "copy_failed"
	CopyFirst         Code = "copy_first"
	CopyFirstFull     Code = "copy_first_full"
	CopyFirstReadOnly Code = "copy_first_read_only"
	CopyDamaged       Code = "copy_damaged"
	CopyOther         Code = "copy_other"
	CopyKey           Code = "copy_key"
	CopyGone          Code = "copy_gone"
	CopyNone          Code = "copy_none"
	SecondNone        Code = "second_none"
	SecondGone        Code = "second_gone"
	SecondInside      Code = "second_inside"
	NotRestored       Code = "not_restored"
	NotTheSame        Code = "not_the_same"
)

// What is attached to a record.
const (
	NotAFile       Code = "not_a_file"
	FileGone       Code = "file_gone"
	FileUnreadable Code = "file_unreadable"
	FileEmpty      Code = "file_empty"
	FileChanging   Code = "file_changing"
	PaperLarge     Code = "paper_large" // limit
	PapersFull     Code = "papers_full" // limit
	PaperGone      Code = "paper_gone"
	PaperDamaged   Code = "paper_damaged"
	PaperNotShown  Code = "paper_not_shown"
	PictureTooBig  Code = "picture_too_big"
)

// A calendar feed.
const (
	NotCalendar    Code = "not_calendar"
	FeedLarge      Code = "feed_large"      // limit
	TooManyEvents  Code = "too_many_events" // limit
	FeedRepeats    Code = "feed_repeats"
	EventUnended   Code = "event_unended"
	EventNoDay     Code = "event_no_day"
	EventDate      Code = "event_date" // text
	EventBackwards Code = "event_backwards"
	EventTooLong   Code = "event_too_long" // limit
	EventDates     Code = "event_dates"    // limit
	ZoneUnknown    Code = "zone_unknown"   // name
	PastedLine     Code = "pasted_line"    // text
	PastedYear     Code = "pasted_year"    // text
	PastedOutside  Code = "pasted_outside" // text, first, last
)

// The screen.
const (
	NamesHidden Code = "names_hidden"
)

// The acts of a record.
const (
	InConflict       Code = "in_conflict" // id
	OtherID          Code = "other_id"    // id
	EntryUnreadable  Code = "entry_unreadable"
	ControlCharacter Code = "control_character"
	NotActs          Code = "not_acts"
	ActsOfTwo        Code = "acts_of_two"
	ActsCut          Code = "acts_cut" // author, n
	ActsEnd          Code = "acts_end" // author, n
)
