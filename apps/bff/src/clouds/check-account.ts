import {
  ApiError,
  cloudFeatureIds,
  operation,
  operationsOfFeatures,
  ownError,
  readAnswer,
  send,
  withNeededFeatures,
  type AccountCheck,
  type CloudFeatureId,
  type OperationName,
  type Transport,
} from '@vpn-console/api-client'
import type { Dispatcher } from 'undici'
import { withDeadline } from '../forward/deadline.ts'
import { createSlots } from '../forward/slots.ts'
import { toOwnError } from '../forward/upstream-errors.ts'
import { findingsOf, p2cOf } from './account-findings.ts'
import { needsObject, probe, tryOf, type Probe } from './account-probe.ts'
import { connectCloud, type CloudSettings } from './connect.ts'

type Parts = { dispatcher: Dispatcher; tuning: { checkCallMs: number; deadlineMs: number }; now: () => number }
type Project = { id: string; name: string }

/** What a test found, and the failure itself where the account cannot be used at all. */
export type Checked = { check: AccountCheck; failure: ApiError | undefined }

const atOnce = 6

const asApiError = (error: unknown): ApiError => {
  const told = toOwnError(error)
  if (!(told instanceof ApiError)) throw error
  // Nobody but the test's own deadline cancels a call.
  return told.code === 'CONSOLE.CANCELLED' ? ownError('CONSOLE.CLOUD_TIMEOUT') : told
}

/** The projects of the account; undefined where IAM does not let us see them. Throws where the keys are wrong. */
const listProjects = async (transport: Transport, signal: AbortSignal): Promise<Project[] | undefined> => {
  for (const name of ['listAuthProjects', 'listProjects'] as const) {
    try {
      const answer = await send(transport, name, '', {}, { signal })
      return readAnswer(name, answer).projects.map((project) => ({ id: project.id, name: project.name }))
    } catch (error) {
      if (!(error instanceof ApiError) || ![403, 404].includes(error.status)) throw asApiError(error)
    }
  }
  return undefined
}

const chooseProject = (settings: CloudSettings, projects: readonly Project[] | undefined): Project => {
  const { projectId, region } = settings
  if (projectId !== undefined) {
    const listed = projects?.find(({ id }) => id === projectId)
    if (projects && !listed) throw ownError('CONSOLE.NO_PROJECT', `IAM does not list the project ${projectId}.`)
    return listed ?? { id: projectId, name: '' }
  }
  const found = projects?.find(({ name }) => name === region)
  if (found) return found
  const why = projects
    ? `IAM lists none with the name ${region}.`
    : 'IAM does not let the console list projects: give its id.'
  throw ownError('CONSOLE.NO_PROJECT', why)
}

/** Tries what can be tried without changing anything: first the lists, then calls about an object that they found. */
const tryOperations = async (
  names: readonly OperationName[],
  context: { transport: Transport; projectId: string; signal: AbortSignal },
): Promise<Probe[]> => {
  const slots = createSlots(atOnce)
  const ids = new Map<string, string>()
  const tryAll = (some: readonly OperationName[]) =>
    Promise.all(
      some.map(async (name) => {
        const attempt = tryOf(name, ids)
        if (!attempt) return []
        const release = await slots.take()
        try {
          return [await probe(attempt, context, ids)]
        } finally {
          release()
        }
      }),
    )
  const lists = await tryAll(names.filter((name) => !needsObject(name)))
  const objects = await tryAll(names.filter(needsObject))
  return [...lists, ...objects].flat()
}

/** Tests an account: its keys, its project, and what it may do of the features chosen (all, where none are named). */
export const checkAccount = async (
  settings: CloudSettings,
  features: readonly CloudFeatureId[] = cloudFeatureIds,
  { dispatcher, tuning, now }: Parts,
): Promise<Checked> => {
  const { transport } = connectCloud(settings, { dispatcher, timeoutMs: tuning.checkCallMs })
  const chosen = withNeededFeatures(features)
  let projects: Project[] | undefined
  let project: Project | undefined
  try {
    return await withDeadline(tuning.deadlineMs, async (signal) => {
      projects = await listProjects(transport, signal)
      project = chooseProject(settings, projects)
      // Whether there is Point-to-Cloud is told in any case: it decides what the console offers.
      const names = [...new Set([...operationsOfFeatures(chosen), 'listP2cVgws' as const])]
      const probes = await tryOperations(names, { transport, projectId: project.id, signal })
      const findings = findingsOf(chosen, probes)
      const isGood = findings.every(({ outcome }) => outcome === 'there' || outcome === 'not-tried')
      const check: AccountCheck = {
        checked_at: now(),
        outcome: isGood ? 'good' : 'limited',
        project,
        projects,
        has_p2c: p2cOf(probes),
        features: findings,
        calls: probes.map((found) => ({ ...found, action: operation(found.operation).action })),
      }
      return { check, failure: undefined }
    })
  } catch (error) {
    const failure = asApiError(error)
    const { code, message, requestId } = failure
    const problem = { code, message, request_id: requestId }
    const check = { checked_at: now(), outcome: 'failed' as const, problem, project, projects, features: [], calls: [] }
    return { check, failure }
  }
}
