import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The way to a database, which can fall silent without a word to either side, and come back. */
export const unreliableLink = async (databaseUrl: string) => {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isSilent = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    if (isSilent) socket.pause()
  }
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    keep(near)
    keep(far)
    const join = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => void to.write(chunk))
      from.once('close', () => {
        // A side that hears nothing does not hear of an end either.
        if (!isSilent) to.destroy()
      })
    }
    join(near, far)
    join(far, near)
    if (isSilent) for (const socket of [near, far]) socket.pause()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    drop()
    server.close()
  })
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    silence: (): void => {
      isSilent = true
      for (const socket of sockets) socket.pause()
    },
    restore: (): void => {
      isSilent = false
      for (const socket of sockets) socket.resume()
    },
    /** Ends every connection at once; new ones are let through. */
    drop,
  }
}
