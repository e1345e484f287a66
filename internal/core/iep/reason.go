package iep

// A Reason is the word for why minutes were missed. Words beside those listed
// are kept and shown as they stand.
type Reason string

// The reasons of the portable record.
const (
	ProviderAbsent        Reason = "provider_absent"
	ProviderVacancy       Reason = "provider_vacancy"
	ProviderMeeting       Reason = "provider_meeting"
	SchoolActivity        Reason = "school_activity"
	Testing               Reason = "testing"
	EarlyRelease          Reason = "early_release"
	LocationUnavailable   Reason = "location_unavailable"
	ServiceNotStarted     Reason = "service_not_started"
	SchoolClosedScheduled Reason = "school_closed_scheduled"
	SchoolClosedEmergency Reason = "school_closed_emergency"
	StudentAbsent         Reason = "student_absent"
	StudentRefused        Reason = "student_refused"
	StudentVacation       Reason = "student_vacation"
	FamilyCancelled       Reason = "family_cancelled"
	NotStated             Reason = "not_stated"
	Other                 Reason = "other"
)

// Reasons that are computed and never logged.
const (
	NotScheduled    Reason = "not_scheduled"    // minutes promised for which no session was planned
	PeriodShortfall Reason = "period_shortfall" // minutes short in a period that is judged as a whole
	BroughtForward  Reason = "brought_forward"  // minutes agreed on that are of no day in the record
)
