import { ApiError, type Output } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'
import { errorText } from '../../../ui/error-words.ts'
import { certificateTextProblem } from '../../../ui/pem.ts'

/** The most that the cloud takes of a client CA. */
export const mostCaCharacters = 16_384

/** What each refusal means for whoever holds the file. */
const refusals: Record<string, string> = {
  'VPN.0070':
    'The service does not take keys of this kind. Use a CA with an RSA key of 2048 bits or more, or on a NIST curve.',
  'VPN.0071': 'The service does not take this signature algorithm. Use a CA that is signed with SHA-256 or better.',
  'VPN.0072': 'This CA has expired: no client could connect by it.',
  'VPN.0073': 'This CA is not valid yet. Give it once its time has begun.',
  'VPN.0074': 'This is not the text of one certificate. Copy it from its BEGIN line to its END line, and nothing else.',
  'VPN.0075': 'The certificate is damaged: its text cannot be read. Copy it whole, without changing its lines.',
  'VPN.0076': 'This is no CA: it may not issue certificates. Give the one that issues the certificates of the clients.',
  'VPN.0077': 'This CA is there twice: remove one of the two.',
}

/** Why the cloud does not take a CA, in words; undefined where the error is about something else. */
export const caRefusal = (error: unknown): string | undefined =>
  error instanceof ApiError ? refusals[error.code] : undefined

export type CaVerdict =
  | { kind: 'good'; facts: Output<'checkClientCaCertificate'> }
  | { kind: 'refused'; message: string }
  /** The cloud could not be asked: it will say at the latest when the server is created. */
  | { kind: 'unknown'; message: string }

/** What an answer of the check means. */
export const verdictOf = (error: unknown): CaVerdict => {
  const refused = caRefusal(error)
  if (refused !== undefined) return { kind: 'refused', message: refused }
  return error instanceof ApiError && error.status === 400
    ? { kind: 'refused', message: error.message }
    : { kind: 'unknown', message: errorText(error) }
}

/** What is wrong with the text alone: seen before anybody is asked. */
export const caTextProblem = (content: string): string | undefined =>
  certificateTextProblem(content.trim(), mostCaCharacters)

/** The cloud's own check of a CA, which saves nothing. */
export const caCheck = (cloudId: string, content: string) =>
  queryOptions({
    queryKey: [cloudId, 'checkClientCaCertificate', content],
    queryFn: async ({ signal }): Promise<CaVerdict> => {
      const body = { client_ca_certificate: { content } }
      try {
        return { kind: 'good', facts: await call(cloudId, 'checkClientCaCertificate', { body }, { signal }) }
      } catch (error) {
        if (signal.aborted) throw error
        return verdictOf(error)
      }
    },
    // A refusal stays one, until the clock makes a certificate valid or ends it.
    staleTime: ({ state }) => (state.data?.kind === 'unknown' ? 0 : 5 * 60_000),
  })

/** Whether two texts are one certificate: line breaks do not count. */
export const isSameText = (a: string, b: string): boolean => a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '')
