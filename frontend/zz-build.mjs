import { build } from 'vite'
await build({ mode: 'production', logLevel: 'warn', build: { outDir: '/tmp/cal/dist', emptyOutDir: true } })
process.exit(0)
