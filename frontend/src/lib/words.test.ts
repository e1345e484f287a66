import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { expect, test } from 'vitest'

type Message = string | { match: Record<string, string> }[]
const files = import.meta.glob<Record<string, Message>>('../../messages/en/*.json', {
  eager: true,
  import: 'default',
})

const helps = import.meta.glob<unknown>('../../help/en/*.json', { eager: true, import: 'default' })

const screens = [
  ...Object.entries(files).map(([path, messages]): [string, string[]] => [
    path.split('/').at(-1)!,
    Object.values(messages).flatMap(texts),
  ]),
  ...Object.entries(helps).map(([path, page]): [string, string[]] => [
    `help/${path.split('/').at(-1)!}`,
    sentencesOf(page),
  ]),
].filter(([, all]) => all.length > 0)

function texts(message: Message): string[] {
  return typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))
}

/** Every text of a page of help; names, keys and sources are not sentences. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    ['id', 'at', 'from', 'key', 'word'].includes(name) ? [] : sentencesOf(inner),
  )
}

/** School grade over all the words of a screen; each text is a sentence at least. */
function grade(all: string[]): number {
  const sentences = all
    .flatMap((text) => text.replaceAll(/\{\w+\}/g, 'it').split(/[.?:…]+\s|[.?:…]+$/))
    .filter(Boolean)
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + Math.max(syllable(word), 1), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

test.each(screens)('%s reads at grade 8 or below', (_screen, all) =>
  expect(grade(all)).toBeLessThanOrEqual(8),
)

test('a text has one home', () => {
  const keys = Object.values(files).flatMap((messages) => Object.keys(messages))
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})

const sources = import.meta.glob<string>('../**/*.{svelte,ts}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

test('no word lies unused', () => {
  const code = Object.entries(sources)
    .filter(([path]) => !path.includes('paraglide'))
    .map(([, text]) => text)
    .join('\n')
  const keys = Object.values(files).flatMap((messages) => Object.keys(messages))
  expect(keys.filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(code))).toEqual([])
})
