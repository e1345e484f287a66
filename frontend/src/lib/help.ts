/**
 * The pages of help, one for each screen, and some for what is on none. They are data, compiled in: help/en/*.json. Only
 * what is opened by a person imports this; it is not for the first file.
 */
import { termList } from './terms'
import type { Route } from './router.svelte'

export interface HelpPage {
  title: string
  lead: string
  parts: HelpPart[]
  keys: { key: string; what: string }[]
}

export interface HelpPart {
  title: string
  /** Where in the screen it is about, as the address has it: `years` of #/family/years. */
  at?: string
  text: string[]
  /** Where a rule that it speaks of stands. */
  from?: string
}

const files = import.meta.glob<HelpPage>(['../../help/en/*.json', '!**/terms.json'], {
  eager: true,
  import: 'default',
})

/** By the name of the screen, or of what it is about. */
export const pages: Readonly<Record<string, HelpPage>> = Object.fromEntries(
  Object.entries(files).map(([path, page]) => [path.replace(/^.*\/|\.json$/g, ''), page]),
)

/** The name of the page of words that schools use; its parts are the terms. */
export const wordsPage = 'words'

/** In this order they are offered: the screens as in the sidebar, then the rest. What is not named here comes last. */
const order = [
  'start',
  'begin',
  'today',
  'checkin',
  'calendar',
  'year',
  'feed',
  'log',
  'owed',
  'charts',
  'makeup',
  'summer',
  'early',
  'planner',
  'notes',
  'family',
  'people',
  'rule',
  'papers',
  'find',
  'history',
  'changes',
  'copies',
  'erase',
  'proof',
  'record',
]
const last = ['limits']

export const pageNames: readonly string[] = [
  ...order.filter((name) => name in pages),
  ...Object.keys(pages).filter((name) => !order.includes(name) && !last.includes(name)),
  wordsPage,
  ...last,
]

/** The page of a screen; a screen without one gets that of Today. */
export const pageOf = (screen: string): string => (screen in pages ? screen : 'today')

/** The part of a page that is about where one is in the screen, if there is one. */
export const partAt = (page: HelpPage, { rest }: Pick<Route, 'rest'>): HelpPart | undefined =>
  page.parts.find((part) => part.at !== undefined && rest.includes(part.at))

/** What can be found of a page: its texts, with the titles first. */
export const textOf = (name: string): string =>
  name === wordsPage
    ? termList.map((term) => `${term.word} ${term.text}`).join(' ')
    : [
        pages[name]?.title,
        pages[name]?.lead,
        ...(pages[name]?.parts ?? []).flatMap((part) => [part.title, ...part.text]),
      ].join(' ')
