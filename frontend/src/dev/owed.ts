/** Made-up answers of the screen owed. `?bare` has no plan, `?one` only one service. */
import type { Line, OwedReadings, OwedSeries, OwedView, ReadingView } from '../lib/views/owed'
import { asked, frame, name } from './common'

const none = { iso: '', text: '' }
const plain = { quote: '', page: '', agreed: '', to: '#/rule/p1?reason=provider_absent' }

function line(iso: string, text: string, change: Partial<Line> = {}): Line {
  return {
    on: { iso, text },
    minutes: 30,
    text: 'Therapist was out',
    answer: 'yes',
    words: 'to make up',
    whose: 'this program’s starting answers',
    open: 30,
    paid: [],
    by: { iso: '2025-06-04', text: 'Wed Jun 4, 2025' },
    overdue: false,
    slot: {
      key: `sp:${iso}`,
      text: `30 minutes planned on ${text} at 10:00 am. School was open. Given by ${name('Ms. Lane')}.`,
      says: 'Promised then: 2 sessions of 30 minutes a week. Says so: page 14.',
      to: `#/calendar/2024-25/year/${iso}?day=1`,
      days: [],
    },
    entry: {
      key: `sp:${iso}`,
      text: name('Missed: therapist was out. Ms. Lane was ill. She told us the same day.'),
      who: `Written by ${name('Mom')}, Thu Mar 13, 2025, 8:14 pm`,
    },
    rule: {
      text: 'A provider’s absence is made up, whatever the reason for it.',
      source: 'OSEP letter to Catherine Clarke, 8 March 2007, 48 IDELR 77',
      evidence: 'the text itself was seen',
      decision: '',
      ...plain,
    },
    ...change,
  }
}

const paid = {
  on: { iso: '2025-02-21', text: 'Fri Feb 21, 2025' },
  minutes: 30,
  text: '30 minutes made up: Fri Feb 21, 2025',
}

const lines = [
  line('2024-09-12', 'Thu Sep 12, 2024', { open: 0, paid: [paid] }),
  line('2024-10-10', 'Thu Oct 10, 2024', { open: 10, paid: [{ ...paid, minutes: 20 }] }),
  line('2024-11-07', 'Thu Nov 7, 2024', {
    overdue: true,
    by: { iso: '2025-03-01', text: 'Sat Mar 1, 2025' },
    text: name('Session cut short by school'),
  }),
  line('2025-01-21', 'Tue Jan 21, 2025', {
    text: 'School closed (weather or emergency)',
    answer: 'ask',
    words: 'ask the team',
    entry: {
      key: '',
      text: 'There is no entry for this day. The school calendar says it was closed.',
      who: '',
    },
    rule: {
      text: 'This program’s starting answers. They are a choice, not a rule.',
      source: '',
      evidence: '',
      decision: '',
      ...plain,
    },
  }),
  line('2025-02-26', 'Wed Feb 26, 2025', {
    text: 'Child was out',
    answer: 'no',
    words: 'for the record',
    open: 0,
    by: none,
  }),
]

const speech: OwedSeries = {
  id: 'c1/sp',
  child: asked.has('two') ? name('Nora') : '',
  title: name('Speech'),
  sheet: `${name('School district')} · ${name('Larkspur Bend Elementary')} · Mon Aug 12, 2024 to Wed Jun 4, 2025`,
  ended: '',
  says: [
    {
      dates: '',
      promise: '2 sessions of 30 minutes a week',
      page: 'Says so: page 14',
      verbatim: name('Speech therapy: 2 sessions of 30 minutes each week, small group, in the therapy room.'),
    },
  ],
  plan: 'p1',
  policy: 'this program’s starting answers',
  caution: '',
  source: '',
  opening: { text: '', why: '', child: '' },
  sums: [
    {
      code: 'missed',
      text: 'Missed, to make up',
      minutes: 90,
      amount: '90\u00a0min',
      depends: false,
      sign: '',
      strong: false,
      lines: [0, 1, 2],
    },
    {
      code: 'made_up',
      text: 'Made up so far',
      minutes: 50,
      amount: '50\u00a0min',
      depends: false,
      sign: 'minus',
      strong: false,
      lines: [0, 1],
    },
    {
      code: 'open',
      text: 'Left to make up',
      minutes: 40,
      amount: '40\u00a0min',
      depends: false,
      sign: '',
      strong: true,
      lines: [1, 2],
    },
    {
      code: 'ask',
      text: 'Ask the team',
      minutes: 30,
      amount: '30 to 90\u00a0min',
      depends: true,
      sign: '',
      strong: false,
      lines: [3],
    },
    {
      code: 'record',
      text: 'For the record',
      minutes: 30,
      amount: '30\u00a0min',
      depends: false,
      sign: '',
      strong: false,
      lines: [4],
    },
    {
      code: 'loose',
      text: 'Make-up minutes that settle nothing so far',
      minutes: 10,
      amount: '10\u00a0min',
      depends: false,
      sign: '',
      strong: false,
      lines: [],
    },
  ],
  headline: '40 minutes left to make up',
  lines,
  unknown: [
    { key: 'sp:2025-03-18', on: { iso: '2025-03-18', text: 'Tue Mar 18, 2025' }, text: '30 minutes' },
    {
      key: 'sp:2025-03-19',
      on: { iso: '2025-03-19', text: 'Wed Mar 19, 2025' },
      text: '30 minutes, not sure',
    },
  ],
  ends: 'If all of them took place, 390 minutes were given and 120 missed. If none did, it is 330 minutes given and 180 minutes missed.',
  groups: [
    {
      text: '50 minutes were given in a group of 3 where the plan says one to one.',
      rows: [
        { key: 'sp:2025-03-04', on: { iso: '2025-03-04', text: 'Tue Mar 4, 2025' }, text: '20 minutes' },
        {
          key: 'sp:2025-03-06',
          on: { iso: '2025-03-06', text: 'about Thu Mar 6, 2025' },
          text: '30 minutes',
        },
      ],
    },
  ],
  loose: ['Fri Mar 7, 2025: 10 minutes. waiting for what it names, which is not missed so far'],
  warnings: [
    name('Sat Mar 8, 2025: session s12 logged as delivered on a no-school day; it is counted as logged'),
  ],
  fit: {
    text: '30 minutes can still be made up by Wed Jun 4, 2025, with 1 session a week of up to 30 minutes. 10 minutes do not fit.',
    limit: 'too few school days are left',
    lastStart: none,
    plan: ['Fri Mar 21, 2025: 30 minutes'],
  },
  summer: [
    '10 minutes carried to summer, Mon Jun 9, 2025 to Thu Jul 3, 2025. The team reserved make-up minutes there; 60 are free.',
  ],
  nextYear: '',
  claims: [],
  held: '',
  heldSums: [],
}

const ot: OwedSeries = {
  ...speech,
  id: 'c1/ot',
  title: 'OT',
  says: [{ dates: '', promise: '1 session of 30 minutes a week', page: '', verbatim: '' }],
  opening: { text: '', why: '', child: '' },
  sums: [
    {
      code: 'missed',
      text: 'Missed, to make up',
      minutes: 0,
      amount: '0\u00a0min',
      depends: false,
      sign: '',
      strong: false,
      lines: [],
    },
    {
      code: 'made_up',
      text: 'Made up so far',
      minutes: 0,
      amount: '0\u00a0min',
      depends: false,
      sign: 'minus',
      strong: false,
      lines: [],
    },
    {
      code: 'open',
      text: 'Left to make up',
      minutes: 0,
      amount: '0\u00a0min',
      depends: false,
      sign: '',
      strong: true,
      lines: [],
    },
  ],
  headline: '0 minutes left to make up',
  lines: [],
  unknown: [],
  ends: '',
  groups: [],
  loose: [],
  warnings: [],
  fit: { text: 'Nothing is left to make up.', limit: '', lastStart: none, plan: [] },
  summer: [],
}

const view = (): Promise<OwedView> =>
  Promise.resolve({
    frame: frame(),
    meaning: asked.has('bare')
      ? ''
      : '“To make up” means: planned, missed, and not made up so far, by the answers you chose (this program’s starting answers). Whether the school makes it up is for the team to decide.',
    series: asked.has('bare') ? [] : asked.has('one') ? [speech] : [speech, ot],
  })

const readings = (): Promise<OwedReadings> =>
  Promise.resolve({
    text: '60 or 90 minutes to make up, by 2 readings',
    readings: [
      reading('Session by session', 'Each planned session that was not given counts by itself.', 90, true),
      reading('Period by period', 'Each week, month or year counts as a whole.', 60, false),
    ],
    mixed: '',
    differ: [
      {
        text: 'Mon Sep 9, 2024 to Sun Sep 15, 2024: 60 minutes promised, 30 given in planned sessions',
        reads: ['30 minutes to make up', 'nothing missed'],
        facts: [
          {
            text: name('Thu Sep 12, 2024: 30 minutes not given (therapist was out)'),
            day: 'Thu Sep 12, 2024',
            to: '#/log/all/open/sp%3A2024-09-12',
          },
          {
            text: '30 minutes were given beside the planned sessions; they count for the period',
            day: '',
            to: '',
          },
        ],
      },
    ],
    to: '#/rule/p1',
    depends: true,
  })

function reading(called: string, what: string, yes: number, inForce: boolean): ReadingView {
  const none = '0\u00a0min'
  return {
    name: called,
    what,
    inForce,
    yes: `${yes}\u00a0min`,
    ask: none,
    no: none,
    short: `${yes}\u00a0min`,
    open: none,
  }
}

export const owed = { View: view, Undo: view, Redo: view, Readings: readings }
