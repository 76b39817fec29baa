import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../packages/api-client/dist/index.js'
import { createPool, createSignedTransport, endpointsOf } from '../packages/api-client/dist/node.js'
import { startConsole, startEmulator } from './processes.mjs'
import { summary } from './statistics.mjs'

const services = ['vpn', 'iam', 'vpc', 'eip', 'er', 'scm', 'lts', 'ces', 'eps']
const reads = 400
const warmUp = 100
const clients = 500
/** As often as a page asks while something settles. */
const pollMs = 5000
const rounds = 4
const memoryRounds = 250

const readerOf = ({ url, cookie, cloudId }) => {
  const pool = createPool()
  return async (path) => {
    const { statusCode, body } = await pool.request({
      origin: url,
      path: `/api/clouds/${cloudId}/vpn/v5/-/${path}`,
      method: 'GET',
      headers: { cookie },
    })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`The console answered ${path} with ${statusCode}: ${text}`)
    return JSON.parse(text)
  }
}

const milliseconds = async (work) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** What the console adds to a signed read, against the same read sent by our client without it. */
export const addedLatency = async (emulator) => {
  const house = await startConsole(emulator, './unshared-console.mjs')
  try {
    const read = readerOf(house)
    const endpoints = endpointsOf('eu-west-101', Object.fromEntries(services.map((name) => [name, emulator.url])))
    const transport = createSignedTransport({
      credentials: { key: emulator.key },
      projectId: emulator.projectId,
      endpoints,
    })
    const client = createClient(transport, emulator.projectId)
    const through = []
    const direct = []
    for (let round = -warmUp; round < reads; round++) {
      const directMs = await milliseconds(() => client.listVgws({ query: {} }))
      const throughMs = await milliseconds(() => read('vpn-gateways'))
      if (round < 0) continue
      through.push(throughMs)
      direct.push(directMs)
    }
    return {
      direct: summary(direct),
      through: summary(through),
      added: summary(through.map((ms, index) => ms - direct[index])),
    }
  } finally {
    await house.close()
  }
}

const poll = async (read, firstMs) => {
  await sleep(firstMs)
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await sleep(pollMs)
    await read('vpn-gateways')
  }
}

const callsOf = async (emulator, starts, read) => {
  // Until nothing read before is fresh any more.
  await sleep(pollMs)
  await emulator.takeCalls('listVgws')
  await Promise.all(starts.map((firstMs) => poll(read, firstMs)))
  return emulator.takeCalls('listVgws')
}

const lists = ['vpn-gateways', 'customer-gateways', 'vpn-connection', 'vpn-gateways/availability-zones']

/** Calls that many clients cost the cloud, and the memory of the console after them. */
export const sharedPolling = async (emulator) => {
  const house = await startConsole(emulator)
  try {
    const read = readerOf(house)
    for (let round = 0; round < memoryRounds; round++) for (const path of lists) await read(path)
    const rssBytes = house.rss()
    const one = await callsOf(emulator, [0], read)
    const together = await callsOf(
      emulator,
      Array.from({ length: clients }, () => 0),
      read,
    )
    const phases = Array.from({ length: clients }, (_, index) => (index * pollMs) / clients)
    const spread = await callsOf(emulator, phases, read)
    return { clients, pollMs, rounds, one, together, spread, rssBytes, crowdedRssBytes: house.rss() }
  } finally {
    await house.close()
  }
}

/** Latency, shared calls and memory of the console, over the demo estate. */
export const consoleCost = async () => {
  const emulator = await startEmulator()
  try {
    return { latency: await addedLatency(emulator), polling: await sharedPolling(emulator) }
  } finally {
    await emulator.close()
  }
}
