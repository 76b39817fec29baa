import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { summary } from './statistics.mjs'

const rounds = 20
const callsPerRound = 300

const start = async (file, ...args) => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args)
  const [message] = await once(child, 'message')
  return { child, message }
}

const measure = async (child, calls) => {
  child.send(calls)
  const [result] = await once(child, 'message')
  return result
}

/** CPU time of a whole signed call, ours beside the official client, in processes that take turns. */
export const call = async () => {
  const { child: server, message: port } = await start('call-server.mjs')
  const endpoint = `http://127.0.0.1:${port}`
  const { child: ours } = await start('call-client.mjs', 'ours', endpoint)
  const { child: official } = await start('call-client.mjs', 'official', endpoint)
  const sides = { ours, official }
  const cpuUs = { ours: [], official: [] }
  const ratios = []
  try {
    for (let round = -3; round < rounds; round++) {
      const order = round % 2 ? ['ours', 'official'] : ['official', 'ours']
      const found = {}
      for (const side of order) found[side] = (await measure(sides[side], callsPerRound)).cpuUs
      // The first rounds only warm both processes up.
      if (round < 0) continue
      for (const side of order) cpuUs[side].push(found[side])
      ratios.push(found.ours / found.official)
    }
  } finally {
    for (const child of [ours, official, server]) child.disconnect()
  }
  return { ours: summary(cpuUs.ours), official: summary(cpuUs.official), ratio: summary(ratios) }
}
