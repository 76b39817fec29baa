import { createServer } from 'node:http'

// Answers every request with a list of ten customer gateways. It lives in a process of its own, so that
// its work is not counted as a client's.
const gateways = Array.from({ length: 10 }, (_, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name: `cgw-lyon-${index}`,
  id_type: 'ip',
  id_value: `198.51.100.${index + 1}`,
  route_mode: 'bgp',
  bgp_asn: 65_000 + index,
  ip: `198.51.100.${index + 1}`,
  created_at: '2025-12-29T08:30:15.000Z',
  updated_at: '2025-12-29T08:30:15.000Z',
  tags: [{ key: 'site', value: 'lyon' }],
}))
const answer = JSON.stringify({
  customer_gateways: gateways,
  total_count: gateways.length,
  page_info: { next_marker: '2025-12-29T08:30:15.000Z', current_count: gateways.length },
  request_id: '0123456789abcdef0123456789abcdef',
})
const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) }

const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, headers)
  response.end(answer)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.(address.port)
})
process.on('disconnect', () => process.exit(0))
