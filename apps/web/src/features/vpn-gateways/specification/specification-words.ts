import { bandwidthLimit, flavors, type Eip, type Flavor, type VpnGateway } from '@vpn-console/api-client'
import { rateWords } from '../Abilities.tsx'
import { slotNames } from '../gateway-detail-words.ts'

type Changed = Pick<
  VpnGateway,
  'name' | 'flavor' | 'supported_flavors' | 'network_type' | 'ha_mode' | 'eip1' | 'eip2' | 'used_connection_number'
>

/** A specification that a request can name; the cloud may offer one that came later than this console. */
export const orderable = (flavor: string): Flavor | undefined => flavors.find((known) => known === flavor)

/** What the cloud offers beside the present specification, in the order in which they are always shown. */
export const offeredFlavors = ({ flavor, supported_flavors = [] }: Changed): string[] => {
  const offered = supported_flavors.filter((other) => other !== flavor)
  const known = flavors.filter((one) => offered.includes(one))
  return [...known, ...offered.filter((one) => orderable(one) === undefined)]
}

/** Those that the cloud does not offer for this gateway. */
export const otherFlavors = (gateway: Changed): string[] =>
  flavors.filter((flavor) => flavor !== gateway.flavor && !offeredFlavors(gateway).includes(flavor))

export type WideEip = { label: string; address: string; size: number }

/** EIPs with more bandwidth than the new specification carries. */
export const widerEips = (gateway: Changed, flavor: string): WideEip[] => {
  const names = slotNames(gateway)
  const wide = (eip: Eip | undefined, label: string): WideEip[] =>
    eip?.bandwidth_size !== undefined && eip.bandwidth_size > bandwidthLimit(flavor)
      ? [{ label, address: eip.ip_address ?? eip.id, size: eip.bandwidth_size }]
      : []
  return [...wide(gateway.eip1, names[0]), ...wide(gateway.eip2, names[1])]
}

/** What the change means for the traffic, one sentence each. */
export const bandwidthWords = (gateway: Changed, flavor: string): string[] => {
  const [before, after] = [bandwidthLimit(gateway.flavor), bandwidthLimit(flavor)]
  const first =
    before === after
      ? `The gateway carries up to ${rateWords(after)}, as now.`
      : `The gateway carries up to ${rateWords(after)} instead of ${rateWords(before)}.`
  const wide = widerEips(gateway, flavor).map(
    ({ label, address, size }) =>
      `${label} (${address}) has ${rateWords(size)}, more than ${flavor} carries. Lower it in the EIP service first: what is above is paid for and of no use, and the cloud may refuse the change.`,
  )
  const isNarrow = after > before && [gateway.eip1, gateway.eip2].some((eip) => (eip?.bandwidth_size ?? after) < after)
  const narrow = isNarrow
    ? ['The bandwidths of its EIPs stay as they are. For more throughput, raise them in the EIP service.']
    : []
  return [first, ...wide, ...narrow]
}

/** What the person agrees to before anything is sent. */
export const agreementWords = (gateway: Changed, flavor: string): string => {
  const used = gateway.used_connection_number ?? 0
  if (used === 0) return `Change ${gateway.name} from ${gateway.flavor} to ${flavor}. Nothing connects to it now.`
  const what = used === 1 ? 'its connection' : `its ${used} connections`
  return `Change ${gateway.name} from ${gateway.flavor} to ${flavor}, knowing that ${what} may be interrupted.`
}

/** Why no other specification can be had; undefined where one can. */
export const specificationRefusal = (gateway: Changed): string | undefined =>
  offeredFlavors(gateway).length === 0 ? `The cloud offers no other specification for ${gateway.name}.` : undefined
