import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const port = 7007

const server = `
const socket = require('node:dgram').createSocket('udp4')
socket.on('message', (text, { port, address }) => socket.send(text, port, address))
socket.bind(${port}, process.argv[1], () => console.log('ready'))
`

// One packet may be the one that starts a tunnel and is lost with it: it is sent again until it comes back.
const client = `
const [own, other, text] = process.argv.slice(1)
const socket = require('node:dgram').createSocket('udp4')
socket.on('message', (answer) => process.exit(String(answer) === text ? 0 : 2))
socket.bind(0, own, () => {
  const send = () => socket.send(text, ${port}, other, () => undefined)
  send()
  setInterval(send, 100)
  setTimeout(() => process.exit(1), 3000)
})
`

const inNamespace = (namespace: string, script: string, ...args: string[]) => [
  'netns',
  'exec',
  namespace,
  process.execPath,
  '-e',
  script,
  ...args,
]

/** Answers UDP packets at an address with what is in them; gives back how to end it. */
export const startEcho = async (namespace: string, address: string): Promise<() => void> => {
  const child = spawn('ip', inNamespace(namespace, server, address), { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', () => resolve())
    child.once('exit', (code) => reject(new Error(`The echo at ${address} ended with ${code}.`)))
  })
  return () => void child.kill('SIGKILL')
}

/** Whether a packet from one address to another comes back. */
export const crosses = (namespace: string, own: string, other: string): Promise<boolean> =>
  new Promise((resolve) => {
    const text = `packet ${Math.random()}`
    execFile('ip', inNamespace(namespace, client, own, other, text), (error) => resolve(error === null))
  })
