import type { Ask, TodayView } from '../lib/views/today'
import { asked, frame, name } from './common'

const ask = (key: string, iso: string, text: string, title: string, provider: string): Ask => ({
  key,
  on: { iso, text },
  time: '10:00 am',
  child: asked.has('two') ? name('María') : '',
  title: name(title),
  minutes: 30,
  provider: name(provider),
})

let asks = [
  ask('a', '2025-03-18', 'Tue Mar 18, 2025', 'Speech', 'Ms. Ibáñez'),
  ask('b', '2025-03-19', 'Wed Mar 19, 2025', 'OT', 'Mr. Cole'),
  ask('c', '2025-03-20', 'Thu Mar 20, 2025', 'Speech', 'Ms. Ibáñez'),
]
if (asked.has('done')) asks = []
let gone: Ask[] = []

const view = (did = '', undo = 'marked 2 sessions given'): Promise<TodayView> =>
  Promise.resolve({
    frame: frame({ did, undo, saved: did && '2:14 pm' }),
    heading: 'Thursday, March 20',
    lead: 'No school closing in the rest of this week.',
    asks,
    earlier: 3,
    checkIn: 4,
    reasons: [
      'therapist was out',
      'no therapist (vacancy)',
      'therapist was in a meeting',
      'school activity',
      'testing',
      'child was out',
      'reason not given',
      'no room',
      'early release',
      'school bus was late',
    ].map((text) => ({ id: text, text })),
    next: [
      {
        on: { iso: '2025-03-24', text: 'Mon Mar 24, 2025' },
        text: 'Spring break until Fri Mar 28, 2025. Planned then: 2 sessions',
        source: '',
        in: 'in 4 days',
      },
      {
        on: { iso: '2025-04-18', text: 'Fri Apr 18, 2025' },
        text: 'Good Friday',
        source: '',
        in: 'in 29 days',
      },
      {
        on: { iso: '2025-06-04', text: 'Wed Jun 4, 2025' },
        text: 'Last day of the school year',
        source: '',
        in: 'in 76 days',
      },
    ],
    balances: asked.has('bare')
      ? []
      : [
          {
            series: 'c1/speech',
            child: '',
            title: name('Speech'),
            given: 1350,
            planned: 1470,
            toMakeUp: 120,
            figure: '120\u00a0min',
            ask: 30,
            askText: '30 to 120\u00a0min to ask the team about',
            notFilledIn: 3,
            unknown: '3 sessions not filled in, 1 of them not sure',
            text: '1,350 to 1,440 of 1,470 minutes planned given',
            early: [],
          },
          {
            series: 'c1/ot',
            child: '',
            title: 'OT',
            given: 690,
            planned: 720,
            toMakeUp: 30,
            figure: '30 to 60\u00a0min',
            ask: 0,
            askText: '',
            notFilledIn: 1,
            unknown: '1 session not filled in',
            text: '690 to 720 of 720 minutes planned given',
            early: [],
          },
        ],
    confirm: [],
    before: false,
    meaning:
      '“To make up” means: planned, missed, and not made up so far, by the answers you chose (this program’s starting answers). Whether the school makes it up is for the team to decide.',
    promises: [],
    break: { key: '', text: '' },
    copy: { key: '', text: '' },
    makeUps: [],
  })

function fill(keys: string[], did: string) {
  gone = asks
  asks = asks.filter((each) => !keys.includes(each.key))
  return view(did, did)
}

export const today = {
  View: () => view(),
  Happened: (_child: string, keys: string[]) => fill(keys, `marked ${keys.length} sessions given`),
  Missed: (_child: string, keys: string[]) => fill(keys, 'marked a session missed'),
  Partly: (_child: string, key: string, minutes: number) =>
    minutes > 0
      ? fill([key], 'marked a session short')
      : Promise.reject(
          new Error(
            JSON.stringify({
              code: 'not_positive',
              field: 'minutes',
              args: {},
              text: '0 is not a positive number; write a whole number from 1 to 480',
            }),
          ),
        ),
  Unsure: (_child: string, keys: string[]) => fill(keys, 'marked a session not sure'),
  Undo: () => {
    asks = gone
    return view('took back a change to a session', '')
  },
  Redo: () => view(),
}
