// A family whose every text is meant to break the page: markup, a direction override, 10,000 characters, emoji.
export const names = [
  '<img src=x onerror=alert(1)>',
  '\u202Eevil\u202C \u2067right to left',
  'long '.repeat(1999) + 'name',
  '👩‍👧‍👦🏳️‍🌈 ñandú <script>alert(2)</script>',
]

const [markup, turned, long, emoji] = names
const start = '2024-08-12'
const end = '2025-06-04'

const service = (id, type) => ({
  id,
  type,
  start,
  end,
  provider_id: long,
  agency: markup,
  setting: turned,
  verbatim: long,
  page: '<b>14</b>',
  requirement: { unit: 'sessions', amount: 2, minutes_per_session: 30, period: 'week' },
  schedules: [{ id: 's', rrule: 'FREQ=WEEKLY;BYDAY=TU,TH', from: start, start_time: '10:00', minutes: 30 }],
})

export const hostile = JSON.stringify({
  format: 'service-hours',
  version: 1,
  children: names.map((name, i) => ({
    id: `c${i}`,
    name,
    state: 'TX',
    grade: emoji,
    school: long,
    district: turned,
  })),
  calendars: [
    {
      id: 'y',
      name: markup,
      first_day: start,
      last_day: end,
      source: long,
      closures: [
        { id: 'w', start: '2024-12-23', end: '2025-01-03', name: long, kind: 'break' },
        ...names.map((name, i) => ({
          id: `k${i}`,
          start: `2025-03-2${i + 4}`,
          end: `2025-03-2${i + 4}`,
          name,
          kind: 'holiday',
        })),
      ],
      early_release: [{ start: '2025-03-21', end: '2025-03-21', dismissal: '12:30', name: long }],
      extra_school_days: [],
    },
  ],
  policies: [
    {
      id: 'p',
      name: markup,
      changes: [{ from: '2025-01-06', owed: { [long]: 'ask', provider_absent: 'ask' }, note: long }],
    },
  ],
  plans: names.map((name, i) => ({
    id: `plan${i}`,
    child_id: `c${i}`,
    kind: 'IEP',
    start,
    end,
    calendar_ids: ['y'],
    policy_id: 'p',
    makeup_clause: { text: name, page: long, owed: { student_absent: 'ask', [turned]: 'no' } },
    services: [service(`s${i}`, name)],
  })),
  sessions: names.map((note, i) => ({
    id: `row${i}`,
    service_id: `s${i}`,
    date: '2025-03-11',
    kind: 'regular',
    status: 'missed',
    reason: i === 0 ? markup : 'provider_absent',
    note,
  })),
  decisions: names.map((by, i) => ({
    id: `d${i}`,
    service_id: `s${i}`,
    date: '2025-03-04',
    owed: 'yes',
    by,
    note: long,
  })),
  notes: names.flatMap((text, i) => [
    {
      id: `n${i}`,
      child_id: `c${i}`,
      date: '2025-03-04',
      kind: i === 0 ? markup : 'progress',
      text,
      said_by: text,
      known_by: turned,
    },
    {
      id: `w${i}`,
      child_id: `c${i}`,
      date: '2024-12-10',
      side: 'before',
      break_id: 'w',
      series_id: `s${i}`,
      text,
    },
    {
      id: `a${i}`,
      child_id: `c${i}`,
      date: '2025-01-10',
      side: 'after',
      break_id: 'w',
      series_id: markup,
      text,
    },
  ]),
  promises: names.map((text, i) => ({
    id: `p${i}`,
    child_id: `c${i}`,
    date: '2025-03-04',
    due: '2025-03-18',
    by: text,
    text,
    note: text,
    kept: i === 0 ? markup : undefined,
  })),
  arrangements: names.flatMap((text, i) => [
    {
      id: `m${i}`,
      child_id: `c${i}`,
      series_id: `s${i}`,
      date: '2025-03-19',
      minutes: 30,
      steps: [{ state: 'agreed', on: '2025-03-04', by: text, note: text }],
    },
    {
      id: `n${i}`,
      child_id: `c${i}`,
      series_id: `s${i}`,
      date: '2025-03-27',
      minutes: 1440,
      steps: [{ state: 'proposed', on: '2025-03-04', by: text, note: text }],
    },
  ]),
  removals: names.map((note, i) => ({
    id: `r${i}`,
    child_id: `c${i}`,
    start: '2025-02-03',
    end: '2025-02-21',
    kind: i === 0 ? markup : 'out_of_school',
    note,
  })),
  esy: [],
})
