package feed

// abbreviations are short forms and slips of the hand that stand for one word
// in school calendars, and for no other.
var abbreviations = map[string]string{
	"sch": "school", "schl": "school", "schol": "school", "shcool": "school", "scool": "school",
	"tchr": "teacher", "tchrs": "teachers", "teachr": "teacher",
	"stdt": "student", "stdts": "students", "stu": "student",
	"studnet": "student", "studnets": "students", "stud": "student",
	"wkday": "workday", "wkdy": "workday", "workdy": "workday", "wrkday": "workday", "inserv": "inservice",
	"inst": "institute", "insvc": "inservice",
	"dev": "development", "devel": "development", "dvlpmt": "development", "prof": "professional", "conf": "conference",
	"confs": "conferences", "conferance": "conference", "conferances": "conferences",
	"ptc": "conferences", "ptcs": "conferences",
	"brk": "break", "vac": "vacation", "vaction": "vacation", "hol": "holiday", "holliday": "holiday",
	"sprng": "spring", "wntr": "winter", "xmas": "christmas", "thanksgving": "thanksgiving", "tgiving": "thanksgiving",
	"pres": "presidents", "vets": "veterans", "dist": "district", "admin": "administrative", "wknd": "weekend",
	"clsd": "closed", "indigenious": "indigenous", "indiginous": "indigenous",
}
