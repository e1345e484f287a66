/** Made-up answers of the screen calendar: a Houston school year with the marks of a family of two. */
import type { Choice } from '../lib/views/frame'
import type {
  CalendarQuery,
  CalendarView,
  Cell,
  CellEntry,
  CellSession,
  ClosureForm,
  Month,
} from '../lib/views/calendar'
import { asked, frame, name } from './common'

const marks: Record<string, [state: string, text: string]> = {
  g: ['given', 'Given, 30 minutes'],
  p: ['partial', 'Short: 15 minutes of 30 minutes given (therapist was in a meeting)'],
  m: ['missed', 'Missed: therapist was out'],
  u: ['made_up', 'Make-up, 30 minutes'],
  '?': ['not_filled_in', 'Not filled in'],
  '~': ['not_sure', 'Not sure'],
  o: ['planned', 'Planned, 30 minutes'],
  '-': ['closed', 'School closed'],
}

const year: [id: string, text: string, days: string][] = [
  [
    '2024-08',
    'August 2024',
    '. . . 1 2 5 6 7 8 9 12m 13m 14g 15m 16g 19m 20m 21g 22g 23g 26m 27g 28g 29g 30g',
  ],
  [
    '2024-09',
    'September 2024',
    '2- 3- 4g 5g 6g 9m 10g 11g 12p 13g 16m 17g 18m 19m 20m 23g 24m 25m 26g 27g 30g . . . .',
  ],
  [
    '2024-10',
    'October 2024',
    '. 1g 2m 3- 4- 7g 8g 9m 10m 11u 14m 15g 16m 17~ 18g 21g 22m 23m 24m 25g 28g 29? 30m 31g .',
  ],
  [
    '2024-11',
    'November 2024',
    '. . . . 1g 4g 5g 6m 7p 8- 11g 12g 13g 14m 15m 18g 19m 20u 21g 22g 25- 26- 27- 28- 29-',
  ],
  [
    '2024-12',
    'December 2024',
    '2g 3g 4g 5m 6u 9m 10m 11u 12g 13g 16? 17g 18u 19m 20m 23- 24- 25- 26- 27- 30- 31- . . .',
  ],
  [
    '2025-01',
    'January 2025',
    '. . 1- 2- 3- 6- 7g 8g 9m 10g 13g 14g 15g 16g 17m 20- 21- 22- 23g 24g 27m 28u 29g 30p 31g',
  ],
  ['2025-02', 'February 2025', '3g 4g 5p 6m 7g 10p 11m 12m 13m 14- 17- 18g 19p 20p 21u 24g 25m 26m 27g 28?'],
  [
    '2025-03',
    'March 2025',
    '3g 4g 5m 6? 7u 10- 11- 12- 13- 14- 17g 18g 19? 20o 21o 24o 25o 26o 27o 28o 31- . . . .',
  ],
  [
    '2025-04',
    'April 2025',
    '. 1o 2o 3o 4o 7o 8o 9o 10o 11o 14o 15o 16o 17o 18- 21o 22o 23o 24o 25o 28o 29o 30o . .',
  ],
  [
    '2025-05',
    'May 2025',
    '. . . 1o 2- 5o 6o 7o 8o 9o 12o 13o 14o 15o 16o 19o 20o 21o 22o 23o 26- 27o 28o 29o 30o',
  ],
  ['2025-06', 'June 2025', '2o 3o 4o 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30 . . . .'],
]

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const titles = ['Reading', 'Speech', 'OT', 'Speech', 'Reading']
const today = '2025-03-20'
const choices = (pairs: Record<string, string>): Choice[] =>
  Object.entries(pairs).map(([id, text]) => ({ id, text }))

const nowhere: Cell = {
  iso: '',
  number: 0,
  state: 'none',
  text: '',
  label: '',
  closed: '',
  entries: [],
  schools: [],
  short: '',
  noted: '',
  weekday: '',
  meets: false,
  inYear: false,
  today: false,
  tried: '',
  sessions: [],
  beside: [],
}

function session(iso: string, column: number, mark: string, place: number): CellSession {
  const [state, text] = marks[mark] ?? ['none', '']
  return {
    key: `s:${iso}:${place}`,
    entry: 'gpmu~'.includes(mark) ? `s:${iso}:${place}` : '',
    child: asked.has('two') ? name('María') : '',
    title: name(titles[column] ?? ''),
    provider: name('Ms. Lane'),
    time: place ? '1:00 pm' : '10:00 am',
    minutes: 30,
    state,
    text,
    why: '',
    cut: '',
    past: iso <= today,
  }
}

function closure(iso: string, name: string, text: string): CellEntry {
  const days = { calendar: 'h', id: 'c', first: iso, last: iso, name, kind: 'break' }
  return {
    sort: 'closure',
    text: `${name}, ${text}`,
    why: 'Break, typed by hand',
    form: { ...days, weekdays: [], opening: '', dismissal: '' },
    more: true,
  }
}

function cell(id: string, month: string, column: number, token: string): Cell {
  const [, digits = '', mark = ''] = /^(\d+)(.?)$/.exec(token) ?? []
  if (!digits) return nowhere
  const iso = `${id}-${digits.padStart(2, '0')}`
  const closed = mark === '-' ? name(iso > '2025-03' ? 'Spring break' : 'Holiday') : ''
  const short = iso === '2024-12-20' ? 'Short day, ends at 12:30 pm' : ''
  const sessions = mark ? [session(iso, column, mark, 0)] : []
  if (iso === today || iso === '2025-03-19') sessions.push(session(iso, 2, mark, 1))
  const text = `${weekdays[column] ?? ''}, ${month.split(' ')[0] ?? ''} ${digits}`
  return {
    iso,
    number: Number(digits),
    state: marks[mark]?.[0] ?? 'none',
    text,
    label: [
      text,
      closed && `School closed: ${closed}`,
      short,
      ...sessions.map((each) => `${each.title}: ${each.text}`),
    ]
      .filter(Boolean)
      .join('. '),
    closed,
    schools:
      asked.has('two') && closed
        ? choices({ h: `Houston ISD: ${closed}`, m: name('Middle school: School open') })
        : [],
    short,
    noted: iso === '2025-04-09' ? 'Testing day' : '',
    weekday: (weekdays[column] ?? '').slice(0, 2).toUpperCase(),
    meets: true,
    inYear: iso >= '2024-08-12' && iso <= '2025-06-04',
    today: iso === today,
    tried: '',
    sessions,
    beside: [],
    entries: closed ? [closure(iso, closed, text)] : [],
  }
}

function month([id, text, days]: [string, string, string]): Month {
  const cells = days.split(' ').map((token, place) => cell(id, text, place % 5, token))
  return {
    id,
    text,
    weeks: [0, 5, 10, 15, 20].map((from) => cells.slice(from, from + 5)).filter((w) => w.length),
  }
}

/** The view that Go would answer, with the marks as they stand. */
export function schoolYear(did = ''): CalendarView {
  const bare = asked.has('bare')
  return {
    frame: frame({ did, undo: did || 'marked a session given', saved: did && '2:14 pm' }),
    query: { child: '', year: bare ? '' : '2024-25', tried: [] },
    years: choices({ '2024-25': '2024-25', ...(asked.has('two') ? { '2023-24': '2023-24' } : {}) }),
    heading: bare ? '' : 'School year 2024-25',
    lead: bare ? '' : '178 school days · 35 closed weekdays · 1 short day',
    weekdays: weekdays.map((text) => ({ id: text.slice(0, 2).toUpperCase(), text })),
    months: bare ? [] : year.map(month),
    legend: Object.values({
      g: ['given', 'Given'],
      p: ['partial', 'Short'],
      m: ['missed', 'Missed'],
      u: ['made_up', 'Make-up'],
      n: ['not_filled_in', 'Not filled in'],
      s: ['not_sure', 'Not sure'],
      o: ['planned', 'Planned'],
      c: ['closed', 'School closed'],
    }).map(([id = '', text = '']) => ({ id, text })),
    calendars: [
      { id: 'h', text: 'Houston ISD, 2024-25', first: '2024-08-12', last: '2025-06-04' },
      ...(asked.has('two')
        ? [{ id: 'm', text: name('Middle school'), first: '2024-08-12', last: '2025-06-04' }]
        : []),
    ],
    guess: asked.has('guess')
      ? 'These days are a guess, copied from 2023-24, until your school prints its own.'
      : '',
    strip: [
      {
        id: 'sp',
        child: '',
        title: 'Speech',
        text: 'Tue + Thu: 58 kept, 9 lost; best: Tue + Wed, 5 lost',
      },
    ],
    notes: choices({
      remote: 'Not in person (remote day)',
      testing: 'Testing day',
      unclear: 'Not clear what this day is',
    }),
    kinds: choices({
      holiday: 'Holiday',
      break: 'Break',
      pd_day: 'Staff day',
      conference: 'Conferences',
      weather: 'Weather',
      emergency: 'Emergency',
      other: 'School closed',
    }),
    tried: { text: '', lead: '' },
    reasons: choices({
      provider_absent: 'Therapist was out',
      student_absent: 'Child was out',
      school_activity: 'School activity',
      testing: 'Testing',
      school_closed_emergency: 'School closed (weather or emergency)',
      provider_vacancy: 'No therapist (vacancy)',
      not_stated: 'Reason not written down',
      other: 'Other reason',
    }),
  }
}

/** Puts a mark on the days of these sessions. */
function mark(keys: string[], sign: string, did: string): Promise<CalendarView> {
  for (const key of keys) {
    const [, id = '', digits = ''] = /^s:(\d+-\d+)-(\d+)/.exec(key) ?? []
    const row = year.find(([each]) => each === id)
    if (row) row[2] = row[2].replace(new RegExp(`\\b${String(Number(digits))}[?o~]`), Number(digits) + sign)
  }
  return Promise.resolve(schoolYear(did))
}

export const calendar = {
  View: () => Promise.resolve(schoolYear()),
  Happened: (_query: CalendarQuery, keys: string[]) => mark(keys, 'g', 'marked a session given'),
  Missed: (_query: CalendarQuery, keys: string[]) => mark(keys, 'm', 'marked a session missed'),
  Unsure: (_query: CalendarQuery, keys: string[]) => mark(keys, '~', 'marked a session not sure'),
  Why: (_query: CalendarQuery, iso: string) =>
    Promise.resolve({
      cycles: ['Day 4 of the 6-day cycle'],
      lines: [
        {
          child: '',
          title: 'Speech',
          none: false,
          text: `Planned by: Tuesdays and Thursdays at 10:00 am for 30 minutes, on ${iso}.`,
          claims: [],
        },
      ],
    }),
  Close: (_query: CalendarQuery, form: ClosureForm) =>
    form.last && form.last < form.first
      ? Promise.reject(
          new Error(
            JSON.stringify({
              code: 'span_order',
              field: 'last',
              args: {},
              text: `${form.last} is before ${form.first}; look at the two days again`,
            }),
          ),
        )
      : Promise.resolve(schoolYear('changed a school year')),
  Reopen: () => Promise.resolve(schoolYear('changed a school year')),
  Paint: () => Promise.resolve(schoolYear('marked closed: Holiday, Tue Mar 18, 2025')),
  Shorten: () => Promise.resolve(schoolYear('wrote down a short day')),
  Note: () => Promise.resolve(schoolYear('noted a day to ask about')),
  TakeOut: () => Promise.resolve(schoolYear('changed a school year')),
  OpenAfterAll: () => Promise.resolve(schoolYear('marked a closed day open after all')),
  EndHere: () => Promise.resolve(schoolYear('moved the last day of school')),
  Undo: () => Promise.resolve(schoolYear('took back a change to a session')),
  Redo: () => Promise.resolve(schoolYear()),
}
