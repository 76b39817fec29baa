import {
  operation,
  targetOf,
  type AnyInput,
  type Input,
  type OperationName,
  type Output,
} from '@vpn-console/api-client'
import { signRequest, type SigningKey } from '@vpn-console/api-client/node'
import { onTestFinished } from 'vitest'
import { createEmulator, type EmulatorOptions, type ProjectAccess } from '../app.ts'

export type Answer<Body = unknown> = { status: number; headers: Headers; text: string; body: Body }

export type Sent = {
  method: string
  target: string
  body?: string | undefined
  headers?: Record<string, string>
  key?: SigningKey | undefined
  date?: Date
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends one signed request over HTTP, exactly as it is given. */
export const sendSigned = async (url: string, { method, target, body, headers, key, date }: Sent): Promise<Answer> => {
  const all: Record<string, string> = { 'content-type': 'application/json', ...headers }
  const signed = key ? signRequest({ method, url: url + target, headers: all, body }, key, date) : all
  const response = await fetch(url + target, { method, headers: signed, ...(body === undefined ? {} : { body }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parsed(text) }
}

/** Calls operations of a project by their names. */
export const callerOf = (url: string, access: ProjectAccess) => {
  const key = { ak: access.ak, sk: access.sk, securityToken: access.securityToken }
  const raw = (sent: Omit<Sent, 'key'>) => sendSigned(url, { key, ...sent })
  const untyped = (name: OperationName, input: AnyInput) => {
    const row = operation(name)
    const body = input.body === undefined ? undefined : JSON.stringify(input.body)
    return raw({ method: row.method, target: targetOf(row, access.projectId, input), body })
  }
  const call = async <N extends OperationName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> =>
    // The emulator's promise; tests that doubt it parse the answer with the row's schema.
    (await untyped(name, input)) as Answer<Output<N>>
  return { raw, untyped, call }
}

/** Starts an emulator on a free port for one test, and stops it with the test. */
export const startCloud = async (options: EmulatorOptions = {}) => {
  const emulator = createEmulator(options)
  const { url, close } = await emulator.listen()
  onTestFinished(close)
  const { defaultProject, control } = emulator
  return {
    emulator,
    url,
    access: defaultProject,
    projectId: defaultProject.projectId,
    ...callerOf(url, defaultProject),
    advance: (by: string) => control.advance(defaultProject.projectId, by),
    control,
  }
}

export type Cloud = Awaited<ReturnType<typeof startCloud>>
