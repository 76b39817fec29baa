import { type ClientCaCertificate, type VpnServer } from '@vpn-console/api-client'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { randomUuid } from '../../api/uuid.ts'
import { errorText } from '../../ui/error-words.ts'
import { withoutPrivateKeys } from '../../ui/pem.ts'
import { nameProblem, withText, type Candidate } from './ca-candidates.ts'
import { casOf, caRefusal, sameCa } from './ca-words.ts'
import { saveCas, type Saving } from './save-cas.ts'

/** What the cloud says of a candidate, and what became of it. */
export type CandidateState =
  | { state: 'checking' }
  | { state: 'good'; algorithm: string | undefined }
  | { state: 'refused'; words: string; error?: Error; retry?: () => void }
  | Saving

export type ShownCandidate = Candidate & { now: CandidateState; nameProblem: string | undefined }

export const refreshServers = (cloudId: string) =>
  invalidate(cloudId, 'listVpnServersByProject', 'listVpnServersByVgw', 'showClientCa')

const wordsOf = (error: Error) => caRefusal(error) ?? errorText(error)

/** CAs on their way to a server: read here, checked by the cloud, then saved one after the other. */
export const useCaImport = (server: VpnServer) => {
  const cloudId = useCloudId()
  const [candidates, setCandidates] = useState<readonly Candidate[]>([])
  const [saved, setSaved] = useState<ReadonlyMap<string, Saving>>(new Map())
  const [isPending, setPending] = useState(false)
  const present: readonly ClientCaCertificate[] = casOf(server)

  const checks = useQueries({
    queries: candidates.map(({ token, content, problem }) => ({
      // Not the text: the token is new with each.
      queryKey: [cloudId, 'checkClientCaCertificate', token],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(cloudId, 'checkClientCaCertificate', { body: { client_ca_certificate: { content } } }, { signal }),
      enabled: problem === undefined,
      staleTime: Infinity,
      retry: false,
    })),
  })

  const stateOf = ({ token, problem }: Candidate, index: number): CandidateState => {
    const saving = saved.get(token)
    if (saving) return saving
    if (problem !== undefined) return { state: 'refused', words: problem }
    const check = checks[index]
    if (check?.error && !check.isFetching) {
      const { error, refetch } = check
      const retry = caRefusal(error) === undefined ? { retry: () => void refetch() } : {}
      return { state: 'refused', words: wordsOf(error), error, ...retry }
    }
    if (!check?.data) return { state: 'checking' }
    const twin = sameCa(check.data, present)
    return twin
      ? { state: 'refused', words: `The server already has this CA, as ${twin.name}.` }
      : { state: 'good', algorithm: check.data.signature_algorithm }
  }

  const shown = candidates.map((one, index): ShownCandidate => ({
    ...one,
    now: stateOf(one, index),
    nameProblem: nameProblem(one.name),
  }))
  const ready = shown.filter(
    (one) => one.nameProblem === undefined && (one.now.state === 'good' || one.now.state === 'failed'),
  )

  return {
    shown,
    ready,
    isPending,
    isChecking: shown.some(({ now }) => now.state === 'checking'),
    /** Takes what was pasted or read; says whether a private key was left out of it. */
    add: (text: string): boolean => {
      const kept = withoutPrivateKeys(text)
      const taken = present.map(({ name }) => name)
      setCandidates((before) => withText(kept, { candidates: before, taken, makeToken: randomUuid }))
      return kept !== text
    },
    rename: (token: string, name: string) =>
      setCandidates((before) => before.map((one) => (one.token === token ? { ...one, name } : one))),
    remove: (token: string) => setCandidates((before) => before.filter((one) => one.token !== token)),
    /** Sends what is ready; gives how many were not saved. */
    save: async (): Promise<number> => {
      setPending(true)
      const failed = await saveCas({
        candidates: ready,
        earlier: saved,
        send: ({ token, name, content }) => {
          const params = { vpn_server_id: server.id }
          const body = { client_ca_certificate: { name, content } }
          return call(cloudId, 'importClientCa', { params, body }, { clientToken: token })
        },
        report: (token, saving) => setSaved((before) => new Map(before).set(token, saving)),
      })
      await refreshServers(cloudId)
      setPending(false)
      return failed
    },
  }
}

export type CaImport = ReturnType<typeof useCaImport>
