import { chmodSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

type Ask = (user: string, password: string) => boolean

// The server runs it for each sign-in, with both in its environment. A socket in the file system is the one way to
// the test that leads out of a network namespace.
const script = (socket: string) => `#!${process.execPath}
const socket = require('node:net').connect(${JSON.stringify(socket)})
socket.end(JSON.stringify({ user: process.env.username, password: process.env.password }))
let answer = ''
socket.on('data', (chunk) => (answer += chunk))
socket.on('close', () => process.exit(answer === 'yes' ? 0 : 1))
socket.on('error', () => process.exit(1))
`

/** A script that asks the test who may come in. */
export const serveSignIn = async (
  folder: string,
  ask: Ask,
): Promise<{ script: string; close: () => Promise<void> }> => {
  const path = join(folder, 'sign-in.sock')
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    let text = ''
    connection.on('data', (chunk) => (text += chunk.toString()))
    connection.on('end', () => {
      const { user, password } = JSON.parse(text) as { user: string; password: string } // as the script writes it
      connection.end(ask(user, password) ? 'yes' : 'no')
    })
    connection.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  const file = join(folder, 'sign-in.cjs')
  writeFileSync(file, script(path))
  chmodSync(file, 0o700)
  return { script: file, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
