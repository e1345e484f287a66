// Builds the page. A word that is not in messages/ fails the build. The message compiler keeps a worker alive
// for half a minute, hence the exit.
import { build } from 'vite'
import { wordless } from './words.mjs'

const missing = await wordless((rolldownOptions) => build({ build: { rolldownOptions } }))
process.exit(missing ? 1 : 0)
