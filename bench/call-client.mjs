// One side of the comparison in a process of its own: told a number of calls, it makes them one after the
// other and tells how much CPU time this process spent on each.
const [side = 'ours', endpoint = ''] = process.argv.slice(2)
const projectId = '0123456789abcdef0123456789abcdef'
const key = { ak: 'AKEXAMPLEEXAMPLE0001', sk: 'an-example-secret-key-of-forty-characters' }

const ourCall = async () => {
  const { createClient } = await import('../packages/api-client/dist/index.js')
  const { createSignedTransport, endpointsOf } = await import('../packages/api-client/dist/node.js')
  const transport = createSignedTransport({
    credentials: { key },
    projectId,
    endpoints: endpointsOf('eu-de', { vpn: endpoint }),
  })
  const client = createClient(transport, projectId)
  return async () => (await client.listCgws({ query: { limit: 10 } })).customer_gateways.length
}

const officialCall = async () => {
  const { BasicCredentials, officialClient } = await import('./official.mjs')
  const client = officialClient(endpoint, new BasicCredentials({ ...key, projectId }))
  return async () => {
    const answer = await client.sendRequest({
      url: '/v5/{project_id}/customer-gateways',
      method: 'GET',
      contentType: 'application/json',
      queryParams: { limit: 10 },
      pathParams: {},
      headers: {},
    })
    return answer.customer_gateways.length
  }
}

const call = await (side === 'ours' ? ourCall() : officialCall())

process.on('message', async (message) => {
  const calls = Number(message)
  const before = process.cpuUsage()
  const start = performance.now()
  for (let index = 0; index < calls; index++) {
    if ((await call()) !== 10) throw new Error(`The ${side} client did not get ten customer gateways.`)
  }
  const { user, system } = process.cpuUsage(before)
  process.send?.({ cpuUs: (user + system) / calls, wallUs: ((performance.now() - start) * 1000) / calls })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
