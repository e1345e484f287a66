// Expands a workload with rrule.js, and prints its tally and the best pass in
// nanoseconds: of processor time or, where helper threads make that longer, of
// the clock.
//
// usage: node rrulejs.js WORKLOAD REPEATS
//        node rrulejs.js --version
const { readFileSync } = require('fs')
const { rrulestr } = require('rrule')

const DAY = 24 * 60 * 60 * 1000

function read(path) {
  const rules = []
  const closed = new Set()
  for (const line of readFileSync(path, 'ascii').split('\n')) {
    const [word, day, text] = line.split(' ')
    if (word === 'rule') rules.push(`DTSTART:${day}T000000Z\nRRULE:${text}`)
    if (word === 'closed') closed.add(Date.UTC(day.slice(0, 4), day.slice(4, 6) - 1, day.slice(6)) / DAY)
  }
  return { rules, closed }
}

function expand({ rules, closed }) {
  let dates = 0
  let checksum = 0
  let lost = 0
  for (const rule of rules) {
    for (const at of rrulestr(rule, { cache: false }).all()) {
      const day = at.getTime() / DAY
      dates++
      checksum += day
      if (closed.has(day)) lost++
    }
  }
  return [dates, checksum, lost]
}

if (process.argv[2] === '--version') {
  console.log(require('rrule/package.json').version)
} else {
  const workload = read(process.argv[2])
  let tally
  let best = Infinity
  for (let i = 0; i < Number(process.argv[3]); i++) {
    const began = process.hrtime.bigint()
    const used = process.cpuUsage()
    tally = expand(workload)
    const { user, system } = process.cpuUsage(used)
    best = Math.min(best, Number(process.hrtime.bigint() - began), (user + system) * 1000)
  }
  console.log(...tally, best)
}
