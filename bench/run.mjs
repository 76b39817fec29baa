// `npm run bench`, or `npm run bench -- signing call` for some of its sections.
import { cpus } from 'node:os'

const number = (value, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits, useGrouping: true })

/** A median with the range of the middle half of the rounds. */
const spread = ({ median, low, high }, unit, digits) =>
  `${number(median, digits)} ${unit} (${number(low, digits)} to ${number(high, digits)})`

const missed = []

/** One line; a target that is not met is remembered. */
const target = (what, isMet, text) => {
  console.log(`  ${what.padEnd(34)}${text}  ${isMet ? 'ok' : 'MISSED'}`)
  if (!isMet) missed.push(what)
}
const line = (what, text) => console.log(`  ${what.padEnd(34)}${text}`)

const sections = {
  signing: async () => {
    const { signing } = await import('./signing.mjs')
    for (const { title, ours, official, ratio } of signing()) {
      line(`${title}, ours`, spread(ours, 'per second'))
      line(`${title}, official`, spread(official, 'per second'))
      target(`${title}, ratio`, ratio.median >= 1, `${spread(ratio, 'x', 2)}, at least 1`)
    }
  },
  call: async () => {
    const { call } = await import('./call.mjs')
    const { ours, official, ratio } = await call()
    line('CPU of a list of ten, ours', spread(ours, 'us'))
    line('CPU of a list of ten, official', spread(official, 'us'))
    target('ratio', ratio.median <= 1 / 3, `${spread(ratio, 'x', 2)}, at most 0.33`)
  },
  console: async () => {
    const { consoleCost } = await import('./console.mjs')
    const { latency, polling } = await consoleCost()
    line('signed read, direct', spread(latency.direct, 'ms', 2))
    line('signed read, through the console', spread(latency.through, 'ms', 2))
    target('added by the console', latency.added.median <= 2, `${spread(latency.added, 'ms', 2)}, at most 2 ms`)
    const { clients, pollMs, rounds, one, together, spread: phased, rssBytes, crowdedRssBytes } = polling
    line('polls of each client', `${rounds}, one every ${pollMs / 1000} s`)
    line('calls for one client', `${one}`)
    target(`calls for ${clients} at once`, together <= one, `${together}, at most ${one}`)
    // Clients that come one after the other see the list over one interval more than the first of them.
    target(`calls for ${clients} out of step`, phased <= one + 1, `${phased}, at most ${one + 1}`)
    target('memory after 1,000 reads', rssBytes < 150e6, `${number(rssBytes / 1e6)} MB, below 150 MB`)
    line(`memory after ${clients} clients`, `${number(crowdedRssBytes / 1e6)} MB`)
  },
  'first-load': async () => {
    const { firstLoadCost } = await import('./first-load.mjs')
    const { budget, built, slowdown, rowsMs, requests, bytes } = await firstLoadCost()
    const kb = (value) => `${number(value / 1000, 1)} KB`
    target('JavaScript, gzip', built.jsBytes <= budget.jsBytes, `${kb(built.jsBytes)}, at most ${kb(budget.jsBytes)}`)
    target('CSS, gzip', built.cssBytes <= budget.cssBytes, `${kb(built.cssBytes)}, at most ${kb(budget.cssBytes)}`)
    target('requests of the browser', requests <= budget.requests, `${requests}, at most ${budget.requests}`)
    line('transferred, with API answers', kb(bytes))
    target(`rows visible, ${slowdown}x CPU`, rowsMs.median <= 2000, `${spread(rowsMs, 'ms')}, at most 2000 ms`)
  },
  'large-list': async () => {
    const { largeListCost } = await import('./large-list.mjs')
    const { connections, usable, keys, poll } = await largeListCost()
    line('connections', number(connections))
    target('usable after a navigation', usable.median <= 2500, `${spread(usable, 'ms')}, at most 2500 ms`)
    target(`filter, each of ${keys.count} keys`, keys.median <= 100, `${spread(keys, 'ms')}, at most 100 ms`)
    line('filter, 95th of a hundred', `${number(keys.p95)} ms`)
    target('rows, scroll, focus at a poll', poll.isSame, poll.isSame ? 'unmoved' : 'moved')
    target('layout shift at a poll', poll.shift === 0, number(poll.shift, 4))
  },
  import: async () => {
    const { importCost } = await import('./import.mjs')
    const { rows, users, read, check, send, rssBefore, rssAfter } = await importCost()
    const longest = ({ longestMs }) => `${number(longestMs)} ms, at most 200 ms`
    line(`${number(rows)} rows read`, `${number(read.ms)} ms`)
    target('longest task', read.longestMs <= 200, longest(read))
    line(`${number(rows)} rows checked`, `${number(check.ms)} ms`)
    target('longest task', check.longestMs <= 200, longest(check))
    line(`${users} users imported`, `${number(send.ms)} ms`)
    target('longest task', send.longestMs <= 200, longest(send))
    const grown = `${number(rssBefore / 1e6)} MB before, ${number(rssAfter / 1e6)} MB after, at most 10 MB more`
    target('memory of the console', rssAfter - rssBefore <= 10e6, grown)
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(sections, name))
if (unknown) {
  console.error(`There is no section ${unknown}: say ${Object.keys(sections).join(', ')}.`)
  process.exit(1)
}

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`)
console.log('Medians, with the range of the middle half of the rounds: a wide range means a busy machine.')
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  await run()
}
console.log(missed.length > 0 ? `\nMissed: ${missed.join('; ')}` : '\nEvery target is met.')
process.exitCode = missed.length > 0 ? 1 : 0
