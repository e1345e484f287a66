/** Made-up answers of the screen planner: the sample family's three sessions a week on its Houston calendar. */
import type { PlannerDay, PlannerQuery, PlannerRow, PlannerView } from '../lib/views/planner'
import { asked, frame, name } from './common'

const names: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
}

type Numbers = [days: string, place: number, lost: number, kept: number, short: number, share: number]

const threes: Numbers[] = [
  ['TU WE TH', 1, 16, 112, 0, 64],
  ['WE TH FR', 2, 19, 108, 1, 76],
  ['MO WE TH', 3, 20, 108, 0, 80],
  ['TU WE FR', 4, 20, 108, 1, 80],
  ['TU TH FR', 5, 20, 107, 1, 80],
  ['MO TU WE', 6, 21, 108, 0, 84],
  ['MO TU TH', 6, 21, 108, 0, 84],
  ['MO WE FR', 8, 24, 104, 1, 96],
  ['MO TH FR', 9, 24, 103, 1, 96],
  ['MO TU FR', 10, 25, 103, 2, 100],
]

const ones: Numbers[] = [
  ['MO', 5, 10, 33, 0, 100],
  ['TU', 3, 6, 37, 0, 60],
  ['WE', 1, 5, 38, 0, 50],
  ['TH', 2, 5, 37, 0, 50],
  ['FR', 4, 9, 33, 1, 90],
]

const text = (days: string): string =>
  days
    .split(' ')
    .map((day) => names[day])
    .join(', ')
    .replace(/, (\w+)$/, ' and $1')

const row = ([days, place, lost, kept, short, share]: Numbers): PlannerRow => ({
  days: days.split(' '),
  text: text(days),
  place,
  lost,
  kept,
  short,
  minutes: lost * 20,
  share,
  now: days === 'TU WE TH',
  ties: place === 6 ? '6–7 are equal' : '',
  years: asked.has('two')
    ? [
        { text: name('Houston ISD, 2024-25'), lost, kept },
        { text: name('Houston ISD, 2025-26, a guess'), lost, kept },
      ]
    : [],
  clashes: days.includes('MO')
    ? [
        { text: name('Theo: Reading, Monday at 2:00 pm, 30 minutes'), sure: true },
        { text: name('Occupational therapy, Wednesday at 1:00 pm, 30 minutes'), sure: false },
      ]
    : [],
  sure: days.includes('MO') ? 1 : 0,
})

const single = ([id, , lost, kept]: Numbers): PlannerDay => ({
  id,
  text: text(id),
  lost,
  kept,
  losses: [{ name: name('Fall holiday'), dates: 'Thu Oct 3, 2024' }],
})

export const plan = (query: Partial<PlannerQuery> = {}): PlannerView => ({
  frame: frame(),
  query: {
    child: '',
    series: query.series || 'c1/speech',
    calendars: query.calendars?.length ? query.calendars : ['h'],
    days: query.days || 3,
    minutes: query.minutes || 20,
    forbid: query.forbid ?? [],
    start: query.start ?? '',
    gap: query.gap ?? false,
    ask: query.ask?.length ? query.ask : ['TU', 'WE', 'TH'],
  },
  services: [
    { id: 'c1/speech', text: name('Speech') },
    { id: 'plain', text: 'A number of days, of no service' },
  ],
  years: asked.has('bare')
    ? []
    : [
        { id: 'h', text: 'Houston ISD, 2024-25', guess: false, note: 'From the school’s calendar.' },
        ...(asked.has('two')
          ? [
              {
                id: 'n',
                text: name('Houston ISD, 2025-26'),
                guess: true,
                note: 'A guess, moved on from 2024-25. The school has not printed it yet.',
              },
            ]
          : []),
      ],
  weekdays: Object.entries(names).map(([id, text]) => ({ id, text })),
  lead: asked.has('bare') ? '' : '178 school days · 35 closed weekdays · 1 short day',
  rows: threes.map(row).filter(({ days }) => !query.forbid?.some((day) => days.includes(day))),
  startNow: '10:00 am',
  found: 'Fewest are lost on Tuesday, Wednesday and Thursday: 16 of 128 sessions.',
  now: 'Those are your days now.',
  tip: '',
  single: ones.map(single),
  each: null,
  clause: `We ask that the plan say: “Speech: 3 sessions a week, 20 minutes each, on ${text((query.ask?.length ? query.ask : ['TU', 'WE', 'TH']).join(' '))}.”`,
  note: 'This is a wish of the family for the team to talk over. It is no rule.',
  shown: '2024-25',
})

export const planner = {
  View: (query: PlannerQuery) =>
    query.forbid.length > 2 || query.gap
      ? Promise.reject(
          new Error(
            JSON.stringify({
              code: 'no_days',
              field: '',
              args: {},
              text: 'no weekdays of these calendars meet the wish; allow more weekdays, or fewer a week',
            }),
          ),
        )
      : Promise.resolve(plan(query)),
  SavePage: (query: PlannerQuery) =>
    Promise.resolve({ ...plan(query), frame: frame({ did: 'saved weekdays.pdf' }) }),
  CopyClause: (query: PlannerQuery) =>
    Promise.resolve({ ...plan(query), frame: frame({ did: 'copied the words to propose' }) }),
  Undo: () => Promise.resolve(plan()),
  Redo: () => Promise.resolve(plan()),
}
