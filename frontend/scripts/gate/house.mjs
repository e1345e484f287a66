// The program's own screens behind a browser: each house is the test host on folders of its own.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Starts the host; `file` is what its dialog would open, `feed` the same of a calendar, `papers` several files by their names, `record` what lies in place of the family's record. */
export async function house({ args = [], file, feed, papers, record } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'midweek-gate-'))
  if (file) writeFileSync(join(data, 'open.json'), file)
  if (feed) writeFileSync(join(data, 'open.ics'), feed)
  const open = join(data, 'open')
  if (papers) mkdirSync(open)
  for (const [name, bytes] of Object.entries(papers ?? {})) writeFileSync(join(open, name), bytes)
  if (record) {
    mkdirSync(join(data, 'data'), { mode: 0o700 })
    writeFileSync(join(data, 'data', 'record.db'), record, { mode: 0o600 })
  }
  const program = spawn(process.env.HOST, ['--data', data, '--dist', process.env.DIST, ...args])
  program.stderr.pipe(process.stderr)
  const address = await new Promise((ready, failed) => {
    program.stdout.once('data', (line) => ready(String(line).trim()))
    program.once('exit', (status) => failed(new Error(`the host ended with ${status}`)))
  })
  return {
    address,
    data,
    /** Puts another calendar where the dialog finds it. */
    bring: (text) => writeFileSync(join(data, 'open.ics'), text),
    async close() {
      const gone = new Promise((done) => program.once('exit', done))
      program.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true })
    },
  }
}
