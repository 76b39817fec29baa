import type { VpnConnection } from '@vpn-console/api-client'

export type Tunnel = Pick<VpnConnection, 'id' | 'name' | 'status'>

/** `peer`: what somebody has to do on the customer device; `up`: waiting until a tunnel is connected again. */
export type StepKind = 'key' | 'peer' | 'reset' | 'up' | 'delete'

export type StepState = 'to do' | 'doing' | 'asking' | 'done' | 'failed' | 'left out'

/** One step of something that is done to several tunnels, one after the other. Never holds a key. */
export type Step = {
  id: string
  kind: StepKind
  /** The tunnel that it is about; none for what is done on the customer device. */
  tunnel: Pick<Tunnel, 'id' | 'name'> | undefined
  state: StepState
  error?: unknown
  /** A key that has no effect before a reset. */
  isHeldBack?: boolean
}

export const step = (kind: StepKind, tunnel?: Pick<Tunnel, 'id' | 'name'>): Step => ({
  id: tunnel ? `${kind} ${tunnel.id}` : kind,
  kind,
  tunnel: tunnel && { id: tunnel.id, name: tunnel.name },
  state: 'to do',
})

export const deletePlan = (tunnels: readonly Tunnel[]): Step[] => tunnels.map((tunnel) => step('delete', tunnel))

type OtherOf = (tunnel: Tunnel) => Pick<Tunnel, 'id'> | undefined

/** Those chosen, with both tunnels of a pair together: one that is down before one that carries the traffic. */
const together = (tunnels: readonly Tunnel[], otherOf: OtherOf): Tunnel[][] => {
  const seen = new Set<string>()
  return tunnels.flatMap((tunnel) => {
    if (seen.has(tunnel.id)) return []
    const otherId = otherOf(tunnel)?.id
    const other = tunnels.find(({ id }) => id === otherId)
    seen.add(tunnel.id)
    if (!other) return [[tunnel]]
    seen.add(other.id)
    return [tunnel.status === 'ACTIVE' && other.status !== 'ACTIVE' ? [other, tunnel] : [tunnel, other]]
  })
}

/**
 * Resets, in an order that keeps pairs carrying traffic: the second tunnel of a pair waits until the first is up again,
 * while others are reset meanwhile. Where one of them was down before, nothing can be waited for.
 */
export const resetPlan = (tunnels: readonly Tunnel[], otherOf: OtherOf): Step[] => {
  const groups = together(tunnels, otherOf)
  const first = groups.flatMap(([tunnel]) => (tunnel ? [step('reset', tunnel)] : []))
  const second = groups.flatMap(([tunnel, other]) => {
    if (!tunnel || !other) return []
    return [...(tunnel.status === 'ACTIVE' ? [step('up', tunnel)] : []), step('reset', other)]
  })
  return [...first, ...second]
}

/**
 * A new key for one tunnel or both of a pair: to the cloud, onto the customer device, and then a reset of each in turn.
 * The second waits for the first, whatever that was before: with the new key it shall come up.
 */
export const keyPlan = (
  tunnels: readonly Tunnel[],
  { isSent, resets }: { isSent: boolean; resets: boolean },
): Step[] => [
  ...tunnels.map((tunnel): Step => ({ ...step('key', tunnel), state: isSent ? 'done' : 'to do', isHeldBack: resets })),
  step('peer'),
  ...(resets ? tunnels.flatMap((tunnel) => [step('reset', tunnel), step('up', tunnel)]) : []),
]

const isOver = ({ state }: Step) => state === 'done' || state === 'left out'

/** The step whose turn it is; undefined at the end. */
export const nextStep = (steps: readonly Step[]): Step | undefined => steps.find((one) => !isOver(one))

export const changeStep = (steps: readonly Step[], id: string, change: Partial<Step>): Step[] =>
  steps.map((one) => (one.id === id ? { ...one, error: undefined, ...change } : one))

const titles: Record<StepKind, (name: string) => string> = {
  key: (name) => `Send the new key for ${name}`,
  peer: () => 'Set the new key on the customer device',
  reset: (name) => `Reset ${name}`,
  up: (name) => `Wait until ${name} is connected again`,
  delete: (name) => `Delete ${name}`,
}

export const stepTitle = ({ kind, tunnel }: Step): string => titles[kind](tunnel?.name ?? '')

/** What was done and what was not, in one sentence, for whoever has to go on elsewhere. */
export const progressWords = (steps: readonly Step[]): string => {
  const names = (state: StepState) =>
    steps
      .filter((one) => one.state === state)
      .map((one) => stepTitle(one).toLowerCase().slice(0, 1) + stepTitle(one).slice(1))
  const list = (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)
  const done = names('done')
  const open = [...names('failed'), ...names('asking'), ...names('to do'), ...names('left out')]
  return [
    done.length > 0 ? `Done: ${list(done)}.` : 'Nothing is done yet.',
    ...(open.length > 0 ? [`Not done: ${list(open)}.`] : []),
  ].join(' ')
}
