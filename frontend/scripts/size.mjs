// Prints what has to be read before Today is there, gzipped, and fails above the limit.
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 100
const dist = new URL('../dist/', import.meta.url)
const text = (path) => readFileSync(new URL(path, dist), 'utf8')
const kib = (paths) =>
  [...paths].reduce((sum, path) => sum + gzipSync(text(path), { level: 9 }).length, 0) / 1024

/** The file with everything that it imports before it runs. */
function graph(path, seen = new Set()) {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, from] of text(path).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    graph('assets/' + from, seen)
  return seen
}

const page = text('index.html')
const entry = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path)
const initial = new Set(entry.flatMap((path) => [...graph(path)]))
const screen = (name) =>
  readdirSync(new URL('assets/', dist))
    .filter((file) => file.startsWith(name + '-') && file.endsWith('.js'))
    .flatMap((file) => [...graph('assets/' + file)])
const today = new Set([...initial, ...screen('Today')])
const styles = readdirSync(new URL('assets/', dist)).filter((file) => file.endsWith('.css'))

console.log(`initial JS    ${kib(initial).toFixed(1)} KiB gzipped`)
console.log(`with Today    ${kib(today).toFixed(1)} KiB gzipped (limit ${limit})`)
console.log(`all styles    ${kib(styles.map((file) => 'assets/' + file)).toFixed(1)} KiB gzipped`)
if (kib(today) > limit) process.exit(1)
