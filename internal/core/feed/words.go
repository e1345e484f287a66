package feed

// A Code names what a word in a feed says. Its words for people are package
// say's, under "feed.CODE"; what each weighs is in weights.go.
type Code string

// What the words of a feed say.
const (
	NoSchool     Code = "no_school"     // there is no school, or no students
	Closed       Code = "closed"        // school is closed
	StudentsOff  Code = "students_off"  // a student holiday, a day off
	BreakName    Code = "break"         // winter break, spring recess
	HolidayName  Code = "holiday"       // the name of a holiday, alone
	HolidayWord  Code = "holiday_word"  // the word holiday
	StaffDay     Code = "staff_day"     // teachers work; students may or may not
	Conference   Code = "conference"    // teachers meet parents
	RecordsDay   Code = "records_day"   // teachers write grades
	WeatherDay   Code = "weather"       // snow, ice, smoke
	OfficeClosed Code = "office_closed" // the offices, not the schools
	Unclear      Code = "unclear"       // flex day, reserve day

	InSession Code = "in_session" // school is in session
	MakeUp    Code = "make_up"    // a make-up day for lost ones
	Maybe     Code = "maybe"      // if needed, possible
	Remote    Code = "remote"     // remote, asynchronous
	Early     Code = "early"      // school ends sooner
	Late      Code = "late"       // school begins later
	Testing   Code = "testing"    // tests are given
	Occasion  Code = "occasion"   // a concert, a meeting, a camp
	Resumes   Code = "resumes"    // school begins again
	Borders   Code = "borders"    // a break begins or ends
	Before    Code = "before"     // before, after, until something
	OtherDay  Code = "other_day"  // next Monday, tomorrow
	CalledOff Code = "called_off" // cancelled, postponed
)

// phrases is all that the reader looks for, in English and Spanish. Words are
// in lower case, without accents, apostrophes and hyphens: "presidents day",
// "make up", "espanol"; a slash or & is "and".
var phrases = []phrase{
	{NoSchool, "no|without school|classes|class|schools"},
	{NoSchool, "no students|student|pupils|pupil"},
	{NoSchool, "no student|pupil attendance"},
	{NoSchool, "no school|classes for|to all? students|student"},
	{NoSchool, "no school|class day|days"},
	{NoSchool, "no regular? school|classes in session|attendance?"},
	{NoSchool, "no regular school|classes"},
	{NoSchool, "no hay|habra|tendremos clases|escuela"},
	{NoSchool, "no clases|escuela|estudiantes"},
	{NoSchool, "sin clases|escuela|estudiantes|alumnos"},
	{NoSchool, "suspension de clases|labores"},
	{NoSchool, "dia no lectivo|laborable"},
	{NoSchool, "non|not student|school|attendance|instructional|pupil|instruction day|days"},
	{NoSchool, "nonstudent|nonschool|nonattendance|noninstructional day|days"},
	{NoSchool, "non|not a|an student|school|attendance|instructional|pupil day|days"},
	{NoSchool, "non student|pupil contact? day?"},
	{NoSchool, "non attendance for all? students"},
	{NoSchool, "no student|pupil contact day?"},
	{NoSchool, "non student attendance day|days?"},
	{NoSchool, "student|pupil nonattendance|nonattending|absent|free day|days?"},
	{NoSchool, "student|pupil non|no attendance|attending|contact day|days?"},
	{NoSchool, "students|pupils|student|pupil free day|days"},
	{NoSchool, "students do|will|does|are|is|must? not need? to? attend|report|present|attending"},
	{NoSchool, "students not in? attend|attendance|attending|reporting|report|school|present|session"},
	{NoSchool, "students are|is|will not in|be? attendance|in? school"},
	{NoSchool, "students are|is|will not be? in attendance|session"},
	{NoSchool, "students|kids|student stay|stays|remain home"},
	{NoSchool, "students dont|do|wont|will not? attend|report|come to? school|classes"},
	{NoSchool, "students dont|do|wont not? attend|report|come"},
	{NoSchool, "student|students no school"},
	{NoSchool, "students|kids|student|children off|out|home"},
	{NoSchool, "students|kids have|has the? day off"},
	{NoSchool, "students|student and teachers|teacher|staff|faculty off|out"},
	{NoSchool, "not in session"},
	{NoSchool, "school|schools|classes will|is|are not be? held"},
	{NoSchool, "students|kids are|will be? off|out|home"},
	{NoSchool, "students off|out of? school"},
	{NoSchool, "students|kids|children do|will not have school|class|classes"},
	{NoSchool, "no school|classes will be held|scheduled"},
	{NoSchool, "los? estudiantes|alumnos no asisten|asistiran|tienen|vienen clases|escuela?"},
	{NoSchool, "school|schools|classes|class is|are|will not be? in session|held"},
	{NoSchool, "school|schools|classes not in session|held"},
	{NoSchool, "classes|class do|does|will not meet"},
	{NoSchool, "school|schools|classes|class is|are|will? be? canceled|cancelled|suspended|dismissed"},
	{NoSchool, "cancelacion de clases"},
	{NoSchool, "clases|escuelas canceladas|suspendidas"},
	{NoSchool, "schools out"},
	{NoSchool, "dia libre para|de los? estudiantes|alumnos"},
	{NoSchool, "dia libre|feriado|inhabil|asueto"},
	{NoSchool, "dia de asueto|descanso"},

	{Closed, "school|schools|district|campus|campuses|buildings is|are|will? be? closed"},
	{Closed, "school|schools|district|campus closure"},
	{Closed, "closed"},
	{Closed, "schools|school|district and central|district|all|admin|administrative? offices|office is|are? closed"},
	{Closed, "schools|school|district and offices|office closed"},
	{Closed, "school|schools and district|county closed"},
	{Closed, "offices|office and schools|school is|are? closed"},
	{Closed, "all|district schools|buildings|campuses and offices|departments? are|will? be? closed"},
	{Closed, "all district|school? schools|buildings|facilities|campuses are|will? be? closed"},
	{Closed, "isd|usd|cusd|public schools closed"},
	{Closed, "systemwide|districtwide closed|closure"},
	{Closed, "system|systemwide|district wide|districtwide closed|closure"},
	{Closed, "closed for|in|on students|observance"},
	{Closed, "closed for|due|because of|to? the? snow|ice|weather|cold|storm"},
	{Closed, "emergency|weather|unscheduled|unplanned|snow weather|school|district? closing|closings|closure|closed"},
	{Closed, "escuela|escuelas|distrito|plantel|planteles cerrada|cerradas|cerrado|cerrados"},
	{Closed, "escuela|escuelas|distrito esta|estan|estaran|estara cerrada|cerradas|cerrado"},
	{Closed, "escuelas y oficinas cerradas"},
	{Closed, "cierre de la|las? escuela|escuelas"},
	{OfficeClosed, "district|central|school|admin|administrative|administration|county|board|main|front? offices|office is|are|will? be? closed"},
	{OfficeClosed, "school|campus and district|central|admin|administrative|county offices|office is|are? closed"},
	{OfficeClosed, "administration|admin|district|central building|headquarters closed"},
	{OfficeClosed, "oficina|oficinas del? distrito? cerrada|cerradas"},

	{StudentsOff, "student|students|pupil|pupils holiday|holidays|vacation|vacations|break|recess"},
	{StudentsOff, "student|students and teacher|teachers|staff|faculty|employee|employees|district holiday|holidays|vacation|break|recess"},
	{StudentsOff, "student|students and teacher|staff|faculty|employee and? staff|teacher|faculty|employee holiday|holidays|vacation|recess"},
	{StudentsOff, "student|students and teacher|staff|faculty day off"},
	{StudentsOff, "staff|teacher|teachers|faculty|employee and student|students|pupil holiday|holidays|vacation|break|recess"},
	{StudentsOff, "student|students|students day|days off"},
	{StudentsOff, "school|schools|district|systemwide|districtwide|county|legal|local holiday|holidays|recess"},
	{StudentsOff, "district|system|county|division wide student? holiday|holidays|recess"},
	{StudentsOff, "holiday|holidays|vacation for all? students|student"},
	{StudentsOff, "school vacation|vacations week?"},
	{StudentsOff, "vacation day|days|week"},
	{StudentsOff, "recess day|days"},
	{StudentsOff, "day|days off"},
	{StudentsOff, "no school holiday"},
	{StudentsOff, "dia|dias festivo|festivos|feriados|feriado"},
	{StudentsOff, "feriado|asueto|vacaciones|receso|vacacion escolar|escolares?"},

	{BreakName, "fall|autumn|winter|spring|christmas|xmas|thanksgiving|easter|midwinter|midterm|mid|passover break|recess|vacation|intersession|vacations"},
	{BreakName, "fall|autumn|winter|spring|christmas|thanksgiving|easter|midwinter|yuletide holiday|holidays"},
	{BreakName, "thanksgiving|presidents|easter|christmas|spring|winter|fall week break|recess|vacation"},
	{BreakName, "term|harvest|potato harvest? break|recess"},
	{BreakName, "fall|winter|christmas|spring|thanksgiving|easter|new|presidents holiday break|recess|vacation"},
	{BreakName, "mid winter|term|fall|spring|semester|year|quarter break|recess|vacation"},
	{BreakName, "sp|spr|feb|apr|oct|nov|dec break|recess|vacation|vac"},
	{BreakName, "february|april|march|october|november|december|january break|recess|vacation|intersession"},
	{BreakName, "holiday break|recess|vacation"},
	{BreakName, "presidents|presidential|president|washingtons|washington|lincoln|lincolns day|week|weekend? break|recess|vacation|holiday|holidays"},
	{BreakName, "new years|year day? break|recess|holiday|holidays"},
	{BreakName, "mardi gras|carnival break|recess|holiday|holidays"},
	{BreakName, "semester|quarter|trimester|summer|intersession|rodeo|harvest|ski|lunar|diwali|memorial|labor|veterans|columbus day? break|recess"},
	{BreakName, "thanksgiving and|or fall|winter? break|holiday|holidays"},
	{BreakName, "spring|winter and easter|passover break|recess"},
	{BreakName, "christmas and new years|year break|holiday|holidays|recess?"},
	{BreakName, "winter and holiday|christmas break|recess"},
	{BreakName, "ski|presidents week break|recess?"},
	{BreakName, "fall|winter|spring|summer? intersession"},
	{BreakName, "spring|fall|winter break week"},
	{BreakName, "vacaciones|receso|descanso|feriado de|del|por la? invierno|primavera|navidad|otono|verano|accion|thanksgiving|pascua|febrero|abril|fin|semana|ano|fiestas"},
	{BreakName, "vacaciones|receso|descanso de|por dia? de? accion? de? gracias"},
	{BreakName, "school break"},
	{BreakName, "year end break|recess"},
	{BreakName, "eid|passover|ramadan|easter|hanukkah break|recess|vacation"},
	{BreakName, "vacaciones|receso de fin de ano"},
	{BreakName, "semana santa"},

	{HolidayName, "ml|m l? king jr|junior? day|holiday|birthday?"},
	{HolidayName, "labor|memorial|veterans|veteran|columbus|presidents|president|presidential|washingtons|washington|lincolns|lincoln|independence day|birthday|weekend"},
	{HolidayName, "indigenous|indigeous|native peoples|people|american|americans day|heritage? day?"},
	{HolidayName, "american indian|indians day|heritage? day?"},
	{HolidayName, "columbus and|or indigenous peoples|people day"},
	{HolidayName, "italian heritage|american day?"},
	{HolidayName, "martin luther king jr|junior? day|birthday?"},
	{HolidayName, "dr martin luther? king jr? day|birthday?"},
	{HolidayName, "mlk jr|junior? day|birthday|weekend?"},
	{HolidayName, "m l king day"},
	{HolidayName, "king day"},
	{HolidayName, "human|civil rights day"},
	{HolidayName, "thanksgiving|christmas|juneteenth|easter|passover|hanukkah|kwanzaa|diwali|deepavali|ramadan day|monday|eve|weekend?"},
	{HolidayName, "new years|year day|eve|weekend?"},
	{HolidayName, "thanksgiving|christmas day? and the? day|friday after"},
	{HolidayName, "day after thanksgiving|christmas|easter"},
	{HolidayName, "black|good|holy|easter friday|thursday|monday|saturday|weekend"},
	{HolidayName, "good friday weekend"},
	{HolidayName, "eid al|ul fitr|adha"},
	{HolidayName, "eid"},
	{HolidayName, "rosh hashanah|hashana|hashanna|hashona"},
	{HolidayName, "yom kippur"},
	{HolidayName, "sukkot|succot|purim|shavuot|simchat|orthodox"},
	{HolidayName, "first|last|second|1|2|7|8 st|nd|th? night|nights|day|days of passover|sukkot|hanukkah|eid|ramadan"},
	{HolidayName, "lunar|chinese new year"},
	{HolidayName, "three kings day"},
	{HolidayName, "all saints|souls day"},
	{HolidayName, "ash wednesday"},
	{HolidayName, "mardi gras|fat tuesday?"},
	{HolidayName, "election|primary|inauguration|muertos|patriots|patriot|pulaski|bennington|evacuation|statehood|admission|emancipation|discovery|pioneer|nevada|alaska|sewards|texas|bataan|truman|confederate|heritage|family|anniversary day"},
	{HolidayName, "cesar e? chavez day?"},
	{HolidayName, "malcolm x day"},
	{HolidayName, "robert e lee day?"},
	{HolidayName, "holy week"},
	{HolidayName, "town meeting day"},
	{HolidayName, "battle of flowers day?"},
	{HolidayName, "state|county? fair|rodeo|fiesta day|days"},
	{HolidayName, "stock show day|days?"},
	{HolidayName, "casimir pulaski day?"},
	{HolidayName, "general|primary election"},
	{HolidayName, "prince kuhio|kamehameha|jonah day?"},
	{HolidayName, "fourth|4 of|th july"},
	{HolidayName, "dia del trabajo|presidente|presidentes|veterano|veteranos"},
	{HolidayName, "dia de accion|martin|los|la gracias|luther|veteranos|presidentes|independencia|raza king?"},
	{HolidayName, "viernes santo"},
	{HolidayName, "navidad"},
	{HolidayName, "ano nuevo"},
	{HolidayWord, "holiday|holidays|vacation|recess"},
	{HolidayName, "federal|state|national|public|bank holiday"},

	{StaffDay, "teacher|teachers|staff|faculty|employee|certified|certificated|professional|optional|required|district|school|educator|building|instructional|site work|planning|preparation|prep|development|training|learning|collaboration|institute|inservice|pd|service|convention|growth|workday day|days?"},
	{StaffDay, "teacher|teachers|staff|faculty|district|building|state|optional|mandatory workday|workdays|inservice|institute|pd|planning|convention|flex|plc"},
	{StaffDay, "teacher|teachers|staff|faculty|district|school|building in service|services day|days?"},
	{StaffDay, "teacher|teachers|staff|faculty|district|school|certified professional|curriculum development|learning|growth|planning|work day|days?"},
	{StaffDay, "professional|staff|teacher|faculty development|learning|growth|training"},
	{StaffDay, "teacher|teachers|staff|faculty professional day|days"},
	{StaffDay, "professional|staff|district|teacher development|learning and planning|work|collaboration|growth day|days?"},
	{StaffDay, "professional learning|development community day|days?"},
	{StaffDay, "in service|services day|days?"},
	{StaffDay, "workday|workdays|inservice|pd|plc|plcs"},
	{StaffDay, "work|pd|plc|inservice|institute|planning|curriculum|data|collaboration|convention|articulation|equity|improvement|superintendent|superintendents|workshop|teamwork day|days"},
	{StaffDay, "superintendents|superintendent conference day|days"},
	{StaffDay, "curriculum and|planning staff|instruction|work? day|days|development"},
	{StaffDay, "school improvement day|days"},
	{StaffDay, "njea|mea|wea|uea|kea|education|educators|teachers convention|conference|association"},
	{StaffDay, "teacher|staff preparation|comp|compensation|exchange day|days"},
	{StaffDay, "annual leave"},
	{StaffDay, "non teaching|contract|duty|contact day|days"},
	{StaffDay, "annual|required|mandatory|optional leave|annual leave day|days?"},
	{StaffDay, "dia|dias de trabajo|planificacion|preparacion|capacitacion|desarrollo para|de|del|profesional? los? maestros|personal|docentes?"},
	{StaffDay, "capacitacion|desarrollo de|del|para|profesional personal|maestros|docente?"},
	{RecordsDay, "records|record|grading|grade|report|reporting|teacher|clerical card|records|record|day|days day|days?"},
	{RecordsDay, "records|record|grading|clerical|marking|recordkeeping day|days"},
	{RecordsDay, "regents? rating|scoring day|days"},
	{RecordsDay, "grading|records|record and planning|preparation|prep|work|professional day|days"},
	{RecordsDay, "records and|planning planning|work|grading day"},
	{Conference, "parent|family|student|parents|pt and? teacher|led|school|teachers conference|conferences day|days?"},
	{Conference, "parent|family|student|parents|fall|spring|winter|evening|elementary|middle|teacher|pt|afternoon|october|november|february|march conference|conferences day|days?"},
	{Conference, "teacher|student and parent|student|family conference|conferences day|days?"},
	{Conference, "conference|conferences exchange|comp|trade? day|days"},
	{Conference, "conferences"},
	{Conference, "conference|conferences day|days|week"},
	{Conference, "dia? de? juntas|reuniones|reunion|conferencias con|de? los? padres|familias y|con? los? maestros?"},
	{WeatherDay, "dangerous|poor|icy|bad road|roads|weather|driving conditions?"},
	{WeatherDay, "snow|ice|weather|hurricane|heat|smoke|cold|calamity|storm|flood|wind|emergency day|days"},
	{WeatherDay, "inclement|severe|winter|hazardous|extreme weather|storm|cold|heat|conditions day|days?"},
	{WeatherDay, "snow|ice|winter|tropical storm"},
	{WeatherDay, "hurricane|blizzard|snowstorm|flooding|tornado|power outage?"},
	{WeatherDay, "due to weather"},
	{WeatherDay, "water main|line? break|leak|outage"},
	{WeatherDay, "power|electrical|heating|boiler|gas|water|hvac outage|failure|leak|issue|issues|emergency|problems"},
	{WeatherDay, "no power|heat|water|electricity"},
	{WeatherDay, "air quality"},
	{WeatherDay, "wildfire|wildfires|earthquake"},
	{WeatherDay, "dia de nieve"},
	{Unclear, "flex|flexible|floating|reserve|contingency|wellness|comp|compensatory|trade|exchange|open|mental|independent day|holiday|days|health|study day?"},

	{Unclear, "act 80 day|days?"},
	{Unclear, "unassigned day|days"},
	{Unclear, "no a|b|c day|days"},
	{Unclear, "no a and? b day|days"},

	{InSession, "school|schools|classes|students is|are|will? be? in session|held"},
	{InSession, "school|schools is|are|will|remain? be? open"},
	{InSession, "regular|normal|full|typical school|student|instructional|class day|days"},
	{InSession, "regular|normal day|schedule|dismissal of|for? school|students|classes?"},
	{InSession, "full day of|for school|students|classes"},
	{InSession, "students|student do|will|must? attend|attending|report|present"},
	{InSession, "students are? in attendance|school|session"},
	{InSession, "students|student in|at school"},
	{InSession, "student attendance day|days"},
	{InSession, "attendance day|days"},
	{InSession, "instructional|student day|days for|all? students"},
	{InSession, "school|class day for|in all? students"},
	{InSession, "is|now|becomes|added|will|changed|to be? a? school|student|instructional day"},
	{InSession, "classes held|meet"},
	{InSession, "clases|escuela|dia regulares|regular|normales|normal de? clases?"},
	{InSession, "dia regular de clases|escuela"},
	{InSession, "si|hay|habra clases"},

	{MakeUp, "make|makeup up? school? day|days|date|dates"},
	{MakeUp, "snow|weather|storm|emergency|inclement|calamity|school|hurricane|bad weather|day|days? make|makeup up? day|days|date?"},
	{MakeUp, "make|makeup up? snow|weather|storm|school|emergency|for day|days?"},
	{MakeUp, "makeup|built in? snow|weather|emergency day|days?"},
	{MakeUp, "make up for|day snow|weather|storm|lost|missed? day|days?"},
	{MakeUp, "make up"},
	{MakeUp, "makeup"},
	{MakeUp, "dia|dias de|para recuperacion|reposicion|recuperar clases?"},
	{MakeUp, "weather|emergency|inclement|snow reserve|contingency|banked day|days?"},
	{Occasion, "summer|night|sunday|driving|evening|adult|extended|saturday|community school|schools|education|ed"},
	{Occasion, "boys|girls and girls|boys club"},
	{Maybe, "if needed|necessary|required|used|not|schools|school|we|there|needed used|needed?"},
	{Maybe, "as|when|where needed|necessary"},
	{Maybe, "possible|potential|tentative|tentatively|tbd|tba|proposed|unless|optional|contingency|alternate|potentially|possibly"},
	{Maybe, "may|might|could be? used|needed?"},
	{Maybe, "subject to change"},
	{Maybe, "si es|se necesario|necesita|requiere"},
	{Maybe, "unless it|is? needed|used|necessary|required|required"},
	{Maybe, "posible"},

	{Remote, "remote|virtual|online|distance|digital|asynchronous|synchronous|elearning|cyber|hybrid|async|at learning|instruction|instructional|school|schooling|classes|class|day|days|education|home|academics day|days|learning?"},
	{Remote, "remote|virtual|asynchronous monday|tuesday|wednesday|thursday|friday"},
	{Remote, "e learning|learn|day|days day|days?"},
	{Remote, "elearning|nti|ami|fid|asynchronous|asynchronously|virtually|remotely day|days?"},
	{Remote, "nontraditional|non|alternative|alternate traditional|methods|method? of? instruction"},
	{Remote, "flexible|flex instruction|instructional|learning day|days"},
	{Remote, "learn|learning|work|school from|at home"},
	{Remote, "independent study|learning day|days?"},
	{Remote, "home learning day|days?"},
	{Remote, "dia|clases|aprendizaje|educacion|instruccion de|a? aprendizaje? virtual|virtuales|remoto|remota|remotas|distancia|asincronico|asincrona|linea"},

	{Early, "early release|dismissal|out|closing|dismiss|dismissed|departure|close|closure|departures day|days|wednesday|monday|schedule?"},
	{Early, "half|minimum|shortened|abbreviated|short|compressed|partial day|days|schedule|session schedule?"},
	{Early, "one half day|days"},
	{Early, "halfday|halfdays"},
	{Early, "no school|classes in? the? pm|afternoon"},
	{Early, "noon|midday|12 dismissal|release"},
	{Early, "1|2|3|one|two|three|half hour|hours|hr|day early|half release|dismissal|departure|day"},
	{Early, "dismissed|dismissal|release|released|out|closes|close|closing|dismiss|dismisses early"},
	{Early, "dismissal|dismiss|dismissed|dismisses|released|release|out|ends at|time|of|in|school|the"},
	{Early, "school|schools|classes closes|close|ends|end|dismisses|dismiss|closing|dismissed|out early|at"},
	{Early, "school|schools|classes|students|student is|are|will? be? dismissed|dismiss|released|release"},
	{Early, "no pm|afternoon classes|kindergarten|pk|prek|preschool|session|school"},
	{Early, "am|morning only|session|classes only?"},
	{Early, "dismissal"},
	{Early, "salida|salidas|despido|salen temprana|temprano|anticipada|mas"},
	{Early, "medio|minimo dia"},
	{Early, "dia|dias corto|minimo|parcial|minimos|reducido|abreviado"},
	{Early, "horario reducido|corto|abreviado"},
	{Late, "late|delayed|delay|later start|opening|arrival|starts|open|begin"},
	{Late, "late in day|days?"},
	{Late, "late|delayed start|arrival day|days|monday|tuesday|wednesday|thursday|friday|schedule?"},
	{Late, "1|2|3|one|two|three|90|60|ninety hour|hours|hr|minute|minutes delay|delayed|late|later|delays opening|start|arrival|opening?"},
	{Late, "school|schools|classes|students opens|open|begins|begin|starts|start|report|arrive late|later"},
	{Late, "entrada|inicio|comienzo|apertura tarde|tardio|tardia|retrasado|retrasada"},
	{Late, "no am|morning classes|kindergarten|pk|prek|preschool|session|school"},

	{Testing, "testing|assessment|assessments|test|tests|exam|exams window|day|days|week|weeks|dates|period|begins|continues"},
	{Testing, "ela|math|algebra|biology|geometry|english|nys|state|standardized|map|staar|access|psat|sat|act|nwea|keystone|pssa|caaspp|sbac|mcas|fast|eoc|milestones|iready|star|dibels|sol|regents|njsla|mstep|wida|elpac|parcc|istep|ilearn|ossa|aasa|isat|leap|star|cmas|forward|naep|ap|ib|final|finals|midterm|semester|benchmark|diagnostic|course|common testing|test|tests|assessment|assessments|exam|exams|window|day|nmsqt|keystone|school|makeup|make"},
	{Testing, "staar|psat|caaspp|sbac|mcas|pssa|njsla|wida|elpac|parcc|milestones|regents|nwea|keystones|cmas|naep|nmsqt|elpa|iar"},
	{Testing, "finals|midterms|exams|testing week|window|begin|begins?"},
	{Testing, "examenes|pruebas|evaluaciones estatales|finales|semestrales?"},
	{Testing, "ventana de pruebas|evaluacion|examenes"},

	{Resumes, "school|schools|classes|class|students|we|all|grades resume|resumes|return|returns|reopen|reopens|reconvene|reconvenes|back"},
	{Resumes, "resume|resumes|return|returns|reopen|reopens|reconvene|reconvenes|returning"},
	{Resumes, "back to|from school|break|winter|spring|thanksgiving|fall"},
	{Resumes, "classes|school|schools begin|begins|starts|start|open|opens"},
	{Resumes, "regreso|regresan|reanudan|reanudacion|inicio a|de|las? clases|escuela?"},
	{Borders, "begins|begin|starts|start|ends|end|beginning|ending|over|finishes|concludes|dismissed|comienza|termina|inicio|fin|inicia|comienzan|empiezan"},
	{Borders, "first|last|opening|final student|full|half? day of|for school|classes|students|class|instruction"},
	{Borders, "primer|ultimo dia de clases|escuela"},
	{Before, "before|after|until|till|through|prior|pre|post|during|over|following|from|since|leading|ahead|happy|enjoy|have|great|safe|relaxing|wonderful|restful|wishing|feliz|antes|despues|hasta|durante"},
	{Before, "end|close of the? school|day|classes"},
	{Before, "end|close of the? school day"},
	{OtherDay, "next|this|coming|upcoming|on monday|tuesday|wednesday|thursday|friday|week|month|year|years"},
	{OtherDay, "next|future|upcoming"},
	{OtherDay, "tomorrow|reminder|reminders|recordatorio|manana"},
	{CalledOff, "canceled|cancelled|cancellation|postponed|rescheduled|cancelado|cancelada|pospuesto"},
}

// occasions are things that happen at school or around it. A closure's name
// beside one of them is only the time of year: a camp in spring break, a
// parade on Veterans Day.
const occasions = `
	academy activities activity agenda almuerzo application applications archery arts asamblea assemblies assembly athletics auction
	audition auditions award awards baccalaureate baile bake ball banquet baseball basketball bazaar bbq bee bingo
	block blood board bonfire book boosters booth bowl bowling breakfast brunch budget bus buses cafeteria camp
	campamento camps candle carnival caroling carols celebration cena ceremonial ceremonies ceremony challenge
	cheer choir choral chorus classic cleanup clinic closet club clubs coffee collection college committee
	community competition concert concerts concierto conditioning contest cookie cookies costume council countdown
	craft crafts cruise dance daycare deadline debate delivery derby desayuno desfile dinner display ditch donation
	donations donuts door doughnuts drama drawing dress drill drive enrollment ensayo esports excursion exhibit
	exhibition expo extravaganza fair faire fashion feast fee fees feria fest festival fiesta film fitness flea flu
	food football form forms forum fun funday fundraiser fundraising gala game games garden gift giveaway giving
	golf gown graduation guest gym gymnastics hat hearing hike hockey homecoming homework housing hunt idol
	immunization information inscripcion inscripciones interviews invitational jamboree jazz junta kickoff lab
	lacrosse league lego library lice lights lottery luau lunch luncheon lunches mailing marathon marching
	market mass matinee meal meals media meet meeting meetings menu merchandise mixer money movie movies muffins
	museum musical newsletter newsletters night nights noche nominations orchestra order orders orientation outing
	overnight packet pageant pajama pantry parade parking parties party payment payments pep performance
	performances photo photos pickup picnic picture pictures pizza play playground playoff playoffs pool popcorn
	pops potluck pow powwow practice practices prayer prayers presentation prize program programs prom pta pto
	puppet quiz race raffle raise raising rally readathon reading recital recognition recruitment reenactment
	registration rehearsal rental retakes reunion ride robotics roundup route run runs sale sales scavenger science
	screening season shirt shirts shop shopping show showcase shows sign signup signups sing singalong skate skip
	sledding sneak soccer social sock socks softball song speaker spelling spirit sponsorship sport sports
	spotlight store stores story storytime stuff subscription supper supplies supply survey swap sweater swim
	swimming symphony tailgate talent tea tennis theater theatre ticket tickets tour tournament tourney tours toy
	toys trail tree trick trip trips trivia trunk tryout tryouts tuition tutoring uniform uniforms vaccination
	vaccine valedictorian vespers visit visits volleyball volunteer volunteers vote votes voting vs walk webinar
	wedding wish workout workouts wreath wrestling yard yearbook yearbooks zone zoo`

// neutral are words that change nothing around a closure's name.
const neutral = `
	a an the and or of for to in on at by with is are be will all only due no both each as any it its
	there this that we you your our have has today includes including fr please note calendar alert notice announcement important
	day days week weeks weekend month m t w f holiday holidays observed observance recognized celebrated honoring honor
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	st nd rd th am pm noon 1 2 3 4 5 6 7 8 9
	school schools district districtwide wide system systemwide county city public campus campuses isd usd cusd sd building buildings office offices open closed
	student students staff teacher teachers faculty employees employee pupil pupils everyone classes class
	gr grade grades elementary middle high junior senior intermediate primary secondary k pk prek kindergarten preschool pre tk ek jr ms hs es elem elem levels level
	first second third fourth last quarter semester trimester term year fall winter spring summer mid
	continues continued cont otherwise report reports weather snow ice fog smoke storm inclement
	part time am pm full half paid unpaid regular equivalency equivalent te
	de la el los las del y para por en hoy observado dia dias escuela escuelas clases estudiantes todos todas`
