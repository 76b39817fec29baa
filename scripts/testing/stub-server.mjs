// A server for the tests of servers.mjs: answers on PORT, and says who it is.
import { createServer } from 'node:http'

console.log(`pid ${process.pid}`)
if (process.env['FAULT']) {
  console.error(process.env['FAULT'])
  process.exit(3)
}
createServer((_request, response) => response.end('well')).listen(Number(process.env['PORT']), '127.0.0.1')
