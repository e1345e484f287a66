// Every screen of the sample family, in every look that the page promises: nothing for axe to find, nothing wider
// than the window, and a picture for people.
import { copiesIn } from './copies.mjs'
import { stepsIn } from './begin.mjs'
import { openedCharts } from './charts.mjs'
import { checkIns } from './checkin.mjs'
import { feed, spring } from './feeds.mjs'
import { attach, attachTo, damaged, harmful, papers, show } from './papers.mjs'
import { lockedPages } from './lock.mjs'
import { openedMakeUps } from './makeup.mjs'
import { openedNotes } from './notes.mjs'
import { openedSummer } from './summer.mjs'
import { opened as past } from './history.mjs'
import { openedRule } from './rule.mjs'
import {
  click,
  clicks,
  found,
  helped,
  inTurn,
  named,
  nothing,
  press,
  read,
  rhythm,
  screens,
  term,
} from './steps.mjs'
import { busyWeek, everyDayForbidden } from './planner.mjs'

/**
 * Every screen is seen in all of them. What a click opens is seen in the deep ones, since each colour, size and width is
 * among those: in all three with GATE=all, else in one, a screen's states together, the next screen's in the next.
 */
const looks = [
  { name: '', width: 1280, height: 800, deep: 1 },
  { name: 'dark', width: 1280, height: 800, scheme: 'dark' },
  { name: 'large', width: 1280, height: 800, zoom: 200 },
  { name: 'large-dark', width: 1280, height: 800, zoom: 200, scheme: 'dark', deep: 2 },
  { name: 'narrow', width: 320, height: 800, deep: 3 },
  { name: 'narrow-dark', width: 320, height: 800, scheme: 'dark' },
]

/** The calendar of the day field of a new make-up. */
async function dayOfMakeUp(page) {
  await click('Add a make-up')(page)
  await page.getByRole('textbox', { name: 'Day' }).press('ArrowDown')
  await page.getByRole('grid').waitFor()
}

/** Times and minutes that do not agree, and the question that follows. */
async function question(page) {
  await inTurn(named(/^Nora/), click(/^\s*Short\s*$/))(page)
  await page.getByLabel('Began').fill('10:02')
  await page.getByLabel('Ended').fill('10:14')
  await page.getByLabel('Minutes given').fill('15')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Keep 15 minutes' }).waitFor()
}

/** Beside the screens as they open: what a click opens on them. */
const opened = [
  ['today-missed', 'today', click('Missed…')],
  ['calendar-month', 'calendar', click('Month')],
  ['calendar-week', 'calendar', click('Week')],
  ['calendar-day', 'calendar/2024-25/year/2025-03-18', named(/^Tuesday, March 18/)],
  ['calendar-day-closed', 'calendar/2024-25/year/2025-03-11', named(/^Tuesday, March 11/)],
  ['calendar-paint', 'calendar', click('Mark days closed')],
  [
    'calendar-short-day',
    'calendar/2024-25/year/2025-03-21',
    inTurn(named(/^Friday, March 21/), clicks('Short day…', 'Every Friday')),
  ],
  ['log-not-filled-in', 'log', click('Not filled in')],
  ['log-make-up', 'log', click('Add a make-up')],
  ['log-make-up-calendar', 'log/struck', dayOfMakeUp],
  ['log-entry', 'log', named(/^Nora/)],
  [
    'log-entry-short',
    'log',
    inTurn(named(/^Nora/), clicks(/^\s*Short\s*$/, 'In a group', 'The therapist said so')),
  ],
  ['log-entry-question', 'log', question],
  ['log-group', 'log', click('Larger group')],
  ['log-late', 'log', click('Entered later')],
  ['owed-range', 'owed', clicks('130 to 230 min', /minutes were given in a group of 3/)],
  ['owed-line', 'owed', clicks('413 min', 'Therapist was out')],
  ['planner-open', 'planner', busyWeek],
  ['planner-none', 'planner', everyDayForbidden],
  ['planner-tried', 'calendar/2024-25/year?days=TU,WE'],
  ['planner-tried-month', 'calendar/2024-25/month/2025-03-12?days=TU,WE'],
  ['family-service', 'family', named(/^Change: .?Speech/)],
  ['feed', 'feed'],
  ['feed-review', 'feed', click('Choose the file…')],
  ['feed-done', 'feed', click('Accept')],
  ['year', 'year', nothing],
  ['year-text', 'year', clicks('Paste dates')],
  ['year-read', 'year', read('4/8 - 4/11 second break\nApr 3 early release at 9:30 am\nthe children sing')],
  ['year-next', 'year', click('Next year')],
  ['family-years', 'family/years', nothing],
  ['family-dates', 'family/dates', clicks('Add a request', 'Add a meeting')],
  ['family-summer', 'family', clicks('Moved to another school', 'Add a summer program')],
  ['family-claim', 'family', click('The school says services pause…')],
  ['family-cycle', 'family', rhythm('cycle')],
  ['family-weeks-of', 'family', rhythm('weeks_of')],
  ['family-monthly', 'family', rhythm('monthly_nth')],
  ['family-other-week', 'family', rhythm('other_week')],
  ['family-amend', 'family', named(/^The plan changed: .?Speech/)],
  ['family-version', 'family', named(/^Until/)],
  ['family-move', 'family', clicks('Moved to another school', 'The same one')],
  ['family-rights', 'family', named(/^Change: .?Nora/)],
  ['owed-says', 'owed', click('Says so: page')],
  ['people', 'people', nothing],
  ['people-leave', 'people', named(/Luis.*left:/)],
  ['people-person', 'people', click('Add a person')],
  ['keys', 'today', press('Control+/')],
  ['find', 'today', found('')],
  ['find-results', 'owed', found('dana')],
  ['find-nothing', 'log', found('xyzzy')],
  ['help', 'log', helped],
  ['help-years', 'family/years', helped],
  ['help-words', 'family', inTurn(term('IEP'), click('All of these words'))],
  ['term', 'family', term('IEP')],
  ['term-owed', 'owed', term('make up')],
  ['papers-list', 'papers', attach],
  ['papers-change', 'papers', inTurn(attach, named(/^Change: /))],
  ['papers-pdf', 'papers', show('Progress report.pdf', 'Page 1 of 3')],
  ['papers-picture', 'papers', show('Note of the therapist.png', 'of the width')],
  ['papers-kept', 'papers', show('drawing.svg', 'This kind of file is kept, not shown')],
  ['papers-too-big', 'papers', show('huge.png', 'too large')],
  ['papers-damaged', 'papers', damaged],
  ['papers-entry', 'log', inTurn(named(/^Nora/), attachTo)],
  ...openedNotes,
  ...openedSummer,
  ...openedRule,
  ...openedMakeUps,
  ...checkIns,
  ...openedCharts,
  ...past,
]

/** Screens below those of the sidebar. */
const below = [
  'makeup',
  'rule',
  'summer',
  'charts',
  'early',
  'people',
  'checkin',
  'changes',
  'copies',
  'proof',
]

const families = [...new Set(opened.map(([name]) => name.split('-')[0]))]

/** What is opened in a look. */
function openedIn({ deep }) {
  if (!deep) return []
  if (process.env.GATE === 'all') return opened
  return opened.filter(([name]) => families.indexOf(name.split('-')[0]) % 3 === deep - 1)
}

/** One act for each look, since the size of the text is the house's. */
export const looked = looks.map((look) => ({
  name: `every screen ${look.name}`.trim(),
  args: ['--sample'],
  feed: feed(spring),
  papers: { ...papers, ...harmful },
  async run(visit, home) {
    const places = [
      ...[...screens, ...below].map((name) => [name, name]),
      ...openedIn(look).filter(([name]) => !below.includes(name)),
    ]
    for (const [name, screen, act] of places)
      await visit(
        [name, look.name].filter(Boolean).join('-'),
        screen,
        look,
        act && ((page) => act(page, home)),
      )
  },
}))

/** What stands before there is a record: the first screen, and a record that is not one. */
const unopened = [
  { name: 'start', args: ['--today', '2026-09-03'] },
  {
    name: 'rescue',
    args: ['--today', '2026-09-03'],
    record: 'no record at all, but it lies where one should',
  },
].map((house) => ({
  ...house,
  async run(visit) {
    for (const look of looks) await visit([house.name, look.name].filter(Boolean).join('-'), '', look)
  },
}))

export const before = [...unopened, ...stepsIn(looks), ...copiesIn(looks), ...lockedPages(looks)]
