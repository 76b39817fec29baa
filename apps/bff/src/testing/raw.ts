import { Client } from 'undici'
import { onTestFinished } from 'vitest'

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** Sends requests as they are written: fetch would tidy up paths, and choose the host. */
export const rawClient = (url: string) => {
  const client = new Client(url)
  onTestFinished(() => client.close())
  return async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
    // Undici's type knows the usual methods alone; it sends any.
    const given = { path, method: method as 'GET', headers, body: body ?? null }
    const answer = await client.request(given)
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
  }
}
export type RawAnswer = Awaited<ReturnType<ReturnType<typeof rawClient>>>
