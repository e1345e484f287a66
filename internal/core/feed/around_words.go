package feed

// harmless are what may stand in one clause with a closure and leave it one.
var harmless = []Code{NoSchool, Closed, StudentsOff, BreakName, HolidayName, HolidayWord, StaffDay, RecordsDay,
	Conference, WeatherDay, OfficeClosed, Unclear, Early, Late, InSession, Remote, MakeUp, Maybe, OtherDay, CalledOff}

// trailing are words that may follow a closure's name, besides days and
// numbers.
const trailing = `
	a an the and or of to in on at by with is are be both no each it its only today includes including m t w f fr
	day days week weeks weekend holiday holidays observed observance recognized celebrated
	st nd rd th continues continued cont district districtwide wide system systemwide isd usd
	student students staff teacher teachers faculty employees employee pupils te
	k pk tk prek gr grade grades jr ms hs es elem elementary middle high only
	de la el los las del y para por en dia dias todos todas hoy estudiantes escuela escuelas`

// links are words that tie a name to a date, or else to a thing or a place.
const links = `in at with by to on of is are be`

// audience are words that follow "for" or "all", or a statement.
const audience = `school schools campus campuses building buildings office offices class classes everyone
	county city public level levels secondary intermediate senior kindergarten preschool tk ek
	month open weather snow storm`

// because are words behind which a statement gives its reason.
const because = `due because por observance honor celebration account recognition observing honoring celebrating
	debido causa motivo`

// conditions are words that make a statement one of other days.
const conditions = `if when while whenever whether should could would unless once where why how what which who except
	excluding cuando si mientras`

// others are schools that are not the district's.
const others = `catholic private charter parochial diocesan neighboring surrounding nearby area other another some several
	select most various certain many former old new sunday driving home dance music nursery montessori`

// public are the occasions for which a district closes.
const public = `fair fairs fiesta festival parade rodeo election vote votes voting convention graduation orientation
	conference meeting meetings celebration celebrations season hunt`

// places are schools and services beside the district's schools.
const places = `tech technical vocational vo career boces college university academy program programs center centre
	extended enrichment care childcare academia alternative ecse headstart charter ymca jcc rec recreation parks museum church`

// staff are those who work at a school.
const staff = `staff employee employees faculty teachers teacher personal maestros`

var (
	aStaff     = set(staff)
	aPlace     = set(places)
	aLink      = set(links)
	aTrailing  = set(trailing)
	anAudience = set(audience)
	aBecause   = set(because)
	aCondition = set(conditions)
	anOther    = set(others)
	aPublic    = set(public)
)

// endings are how the initials of districts end.
var endings = []string{"pss", "ps", "isd", "usd", "sd", "cs"}

// dayEndings are words at the end of what is no other thing than a day's name
// or a reason to close.
var dayEndings = set(`day days weekend week season observance observed holiday holidays break convention eve birthday
	festival fair fiesta rodeo planning development training retreat inauguration institute sip halloween`)
