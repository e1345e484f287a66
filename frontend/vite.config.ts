import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { icons } from './scripts/icons.mjs'
import { words } from './scripts/words.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

type Modules = (id: string) => { importedIds: readonly string[] } | null

const tests = ['src/**/*.test.ts', 'scripts/**/*.test.ts']
const toasts = ['src/ui/toasts.test.ts', 'src/shell/app.test.ts']

let first: Set<string> | undefined

// What the first screen needs is one file: every further one is a question to
// Go before anything can be drawn.
function isFirst(id: string, module: Modules): boolean {
  first ??= reached(here('./src/main.ts'), module)
  return first.has(id)
}

function reached(entry: string, module: Modules): Set<string> {
  const seen = new Set([entry])
  for (const id of seen)
    for (const next of module(id)?.importedIds ?? [])
      if (!next.includes('/paraglide/messages/')) seen.add(next)
  return seen
}

// What pdf.js fetches when a PDF needs it: fonts that a file may leave out, and its decoder for JPEG 2000 in plain
// script, since the content policy has no WebAssembly.
const pdfFiles = {
  name: 'pdf-files',
  generateBundle(this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown
  }) {
    const from = (path: string) => here(`./node_modules/pdfjs-dist/${path}`)
    const emit = (fileName: string, path: string) =>
      this.emitFile({ type: 'asset', fileName: `pdf/${fileName}`, source: readFileSync(from(path)) })
    emit('openjpeg_nowasm_fallback.js', 'wasm/openjpeg_nowasm_fallback.js')
    for (const font of readdirSync(from('standard_fonts'))) emit(`fonts/${font}`, `standard_fonts/${font}`)
  },
}

// The mode `fixture` is the same page on made-up answers, to look at it without the Go side.
export default defineConfig({
  // The tests find the words compiled: `npm run messages` comes first.
  plugins: [...(process.env.VITEST ? [] : [paraglideVitePlugin(words)]), icons, svelte(), pdfFiles],
  resolve: {
    alias: {
      $lib: here('./src/lib'),
      $ui: here('./src/ui'),
      $words: here('./src/lib/paraglide/messages.js'),
    },
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    cssCodeSplit: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: (id, chunks) => (isFirst(id, (other) => chunks.getModuleInfo(other)) ? 'first' : null) },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/dev/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000, // a machine may be busy
    // A document for each file took longer than the tests, so the files of a worker share one; but for those that show
    // toasts, of which there is one list for the whole window.
    projects: [
      { extends: true, test: { name: 'toasts', include: toasts } },
      { extends: true, test: { name: 'together', include: tests, exclude: toasts, isolate: false } },
    ],
  },
})
