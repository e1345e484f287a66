// Builds the page on made-up answers. With the name of a screen only that one is in it, so that it can be looked
// at while another is being rebuilt.
import { build } from 'vite'
import { wordless } from './words.mjs'

export async function fixture(only) {
  const outDir = `dist-fixture/${only || 'all'}`
  const plugins = only ? [alone(only)] : []
  const options = { mode: 'fixture', logLevel: 'warn', plugins }
  if (await wordless((rolldownOptions) => build({ ...options, build: { outDir, rolldownOptions } })))
    throw new Error('words are missing')
  return outDir
}

/** Leaves the other screens and their answers out. */
function alone(only) {
  const other = /(?:\/screens\/(\w+)\/[A-Z]\w+\.svelte|src\/dev\/(\w+))$/
  const kept = new Set([only, 'start', 'today', 'common', 'fake'])
  return {
    name: 'alone',
    enforce: 'pre',
    resolveId(source, from = '') {
      const path =
        source.startsWith('./') && /\/src\/dev\/fake\.ts$/.test(from) ? 'src/dev/' + source.slice(2) : source
      const [, screen, answers] = other.exec(path) ?? []
      const name = screen ?? answers
      return name && !kept.has(name) ? `\0${screen ? 'screen' : 'answers'}:${name}` : null
    },
    load(id) {
      if (id.startsWith('\0screen:')) return 'export default () => {}'
      if (id.startsWith('\0answers:')) return `export const ${id.slice(9)} = {}`
      return null
    },
  }
}
