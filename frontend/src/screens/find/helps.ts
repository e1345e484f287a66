/** The pages of help and the terms in which the words stand, as entries of the list. */
import { pageNames, pages, textOf, wordsPage } from '$lib/help'
import { termList } from '$lib/terms'
import type { FindGroup, FindItem, Piece } from '$lib/views/find'
import { m } from '$words'

/** An entry that opens help at a page. */
export type HelpItem = FindItem & { help: string }

const mostPages = 4

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether each wanted word begins a word of the text. */
const has = (wanted: string[], text: string): boolean => {
  const there = wordsIn(text)
  return wanted.every((word) => there.some((each) => each.startsWith(word)))
}

export function helpFound(text: string): FindGroup[] {
  const wanted = wordsIn(text)
  if (wanted.length === 0) return []
  const terms = termList
    .filter((term) => has(wanted, term.word))
    .map((term) => entry(wordsPage, [plain(term.word)], [plain(term.text)]))
  const called = (name: string) => has(wanted, `${m.find_help()} ${titleOf(name)}`)
  const told = pageNames.filter((name) => name !== wordsPage && (called(name) || has(wanted, textOf(name))))
  const first = told.toSorted((one, other) => Number(called(other)) - Number(called(one)))
  const items = [
    ...terms,
    ...first.slice(0, mostPages).map((name) => entry(name, [plain(titleOf(name))], [])),
  ]
  return items.length > 0 ? [{ id: 'help', text: m.find_help(), items, more: '' }] : []
}

const titleOf = (name: string): string => pages[name]?.title ?? m.help_words()
const plain = (text: string): Piece => ({ text, found: false })
const entry = (help: string, title: Piece[], words: Piece[]): HelpItem => ({
  title,
  words,
  on: '',
  state: '',
  key: '',
  does: '',
  to: '',
  child: '',
  help,
})
