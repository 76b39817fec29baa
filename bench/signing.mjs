import { signRequest } from '../packages/api-client/dist/node.js'
import { AKSKSigner, BasicCredentials } from './official.mjs'
import { summary } from './statistics.mjs'

const roundMs = 25
const rounds = 60

const key = { ak: 'AKEXAMPLEEXAMPLE0001', sk: 'an-example-secret-key-of-forty-characters' }
const project = '0123456789abcdef0123456789abcdef'
const headers = { 'content-type': 'application/json', 'X-Project-Id': project }
const base = `https://vpn.eu-de.otc.t-systems.com/v5/${project}`

const connectionBody = () => {
  const policyRules = Array.from({ length: 27 }, (_, index) => ({
    rule_index: index,
    source: `10.${index}.0.0/16`,
    destination: [`192.168.${index}.0/24`],
  }))
  return { vpn_connection: { name: 'vpn-paris-lyon', style: 'policy', policy_rules: policyRules } }
}

const get = {
  title: 'GET with a query',
  ours: () => signRequest({ method: 'GET', url: `${base}/customer-gateways?limit=10&marker=cgw-lyon`, headers }, key),
  official: (credentials) =>
    AKSKSigner.sign(
      { method: 'GET', endpoint: `${base}/customer-gateways`, queryParams: { limit: 10, marker: 'cgw-lyon' }, headers },
      credentials,
    ),
}

const data = connectionBody()
const post = {
  title: `POST of ${JSON.stringify(data).length} bytes`,
  // The official signer takes the object and writes it as JSON itself, so writing it is counted on our side too.
  ours: () => signRequest({ method: 'POST', url: `${base}/vpn-connection`, headers, body: JSON.stringify(data) }, key),
  official: (credentials) =>
    AKSKSigner.sign({ method: 'POST', endpoint: `${base}/vpn-connection`, headers, data }, credentials),
}

/** Calls per second over one short round. */
const rate = (work) => {
  const start = process.hrtime.bigint()
  const end = start + BigInt(roundMs * 1e6)
  let calls = 0
  let now = start
  while (now < end) {
    for (let index = 0; index < 50; index++) work()
    calls += 50
    now = process.hrtime.bigint()
  }
  return calls / (Number(now - start) / 1e9)
}

/** Both signers in turns, each first half of the time, so that a slow moment of the machine meets both. */
export const compareSigning = ({ ours, official }) => {
  const credentials = new BasicCredentials(key)
  const sides = { ours, official: () => official(credentials) }
  const rates = { ours: [], official: [] }
  const ratios = []
  for (let round = -6; round < rounds; round++) {
    const order = round % 2 ? ['ours', 'official'] : ['official', 'ours']
    const found = {}
    for (const side of order) found[side] = rate(sides[side])
    if (round < 0) continue
    for (const side of order) rates[side].push(found[side])
    ratios.push(found.ours / found.official)
  }
  return { ours: summary(rates.ours), official: summary(rates.official), ratio: summary(ratios) }
}

export const signing = () => [get, post].map((work) => ({ title: work.title, ...compareSigning(work) }))
