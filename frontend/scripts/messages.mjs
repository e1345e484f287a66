// Compiles messages/ into src/lib/paraglide, for the checks that run without Vite. The compiler keeps a worker
// alive for half a minute, hence the exit.
import { compile } from '@inlang/paraglide-js'
import { words } from './words.mjs'

await compile(words)
process.exit(0)
