import {
  bandwidthLimit,
  eligibleZones,
  flavors,
  gatewayCreateProblems,
  zonesNeeded,
  type ExtendedAvailabilityZone,
  type Flavor,
  type VpnGateway,
} from '@vpn-console/api-client'
import type { GatewayFormValues } from './gateway-form.ts'

type Zones = readonly ExtendedAvailabilityZone[]
type Choice = Pick<GatewayFormValues, 'networkType' | 'attachmentType' | 'ipVersion'>

const demand = ({ attachmentType, ipVersion }: Choice, flavor: Flavor) => ({
  flavor,
  attachment_type: attachmentType,
  ip_version: ipVersion,
})

/** Zones in which a specification can be had; undefined while the matrix is not known. */
export const zonesFor = (choice: Choice, flavor: Flavor, zones: Zones | undefined): string[] | undefined =>
  zones && eligibleZones(zones, demand(choice, flavor))

/** Why a specification cannot be chosen, or undefined where it can. */
export const flavorRefusal = (choice: Choice, flavor: Flavor, zones: Zones | undefined): string | undefined =>
  gatewayCreateProblems({ network_type: choice.networkType, ...demand(choice, flavor) }, zones).find(
    ({ path }) => path === 'flavor' || path === 'availability_zone_ids',
  )?.message

/** What is proposed first: the ordinary sizes, then those for special needs. */
const preference: Flavor[] = [
  'Professional1',
  'Professional2',
  'Basic',
  'Professional1-NonFixedIP',
  'Professional2-NonFixedIP',
  'GM',
]

export const defaultFlavor = (choice: Choice, zones: Zones | undefined): Flavor =>
  preference.find((flavor) => flavorRefusal(choice, flavor, zones) === undefined) ?? 'Professional1'

/** As many zones as the service asks for; none where the matrix is not known, so that the service picks. */
export const defaultZones = (choice: Choice, flavor: Flavor, zones: Zones | undefined): string[] => {
  const eligible = zonesFor(choice, flavor, zones) ?? []
  return eligible.slice(0, zonesNeeded(eligible.length))
}

/** Specification and zones after the network has changed: kept where they still fit. */
export const fittingCapacity = (
  values: Choice & Pick<GatewayFormValues, 'flavor' | 'zones'>,
  zones: Zones | undefined,
): Pick<GatewayFormValues, 'flavor' | 'zones'> => {
  const flavor =
    flavorRefusal(values, values.flavor, zones) === undefined ? values.flavor : defaultFlavor(values, zones)
  const eligible = zonesFor(values, flavor, zones) ?? []
  const isFitting =
    values.zones.length === zonesNeeded(eligible.length) && values.zones.every((zone) => eligible.includes(zone))
  return { flavor, zones: isFitting ? values.zones : eligible.slice(0, zonesNeeded(eligible.length)) }
}

/** A bandwidth as typed, held within what the specification takes. */
export const fittingBandwidth = (typed: string, flavor: Flavor): string =>
  Number(typed) > bandwidthLimit(flavor) ? String(bandwidthLimit(flavor)) : typed

/** The documented quota; a gateway says its own number once it is there. */
const usualConnections = 200

/** Connections a specification takes, as gateways of the same one in this account say. */
export const connectionsOf = (flavor: string, gateways: readonly VpnGateway[]): number =>
  gateways.find((gateway) => gateway.flavor === flavor && gateway.connection_number !== undefined)?.connection_number ??
  usualConnections

const uses: Record<Flavor, string> = {
  Basic: 'Small sites and trials.',
  Professional1: 'Offices and branches.',
  Professional2: 'Data centres and heavy traffic.',
  GM: 'SM algorithms with certificates instead of pre-shared keys.',
  'Professional1-NonFixedIP': 'As Professional1; peers need no fixed address.',
  'Professional2-NonFixedIP': 'As Professional2; peers need no fixed address.',
}

/** What a specification is for, in a few words; nothing for one that is not known. */
export const purposeOf = (flavor: string): string | undefined =>
  new Map<string, string>(Object.entries(uses)).get(flavor)

export type Specification = {
  flavor: Flavor
  use: string
  /** Mbit/s. */
  bandwidth: number
  connections: number
  /** Why it cannot be chosen. */
  refusal: string | undefined
  zones: string[] | undefined
}

/** Every specification with what it can do here. */
export const specifications = (
  choice: Choice,
  zones: Zones | undefined,
  gateways: readonly VpnGateway[],
): Specification[] =>
  flavors.map((flavor) => ({
    flavor,
    use: uses[flavor],
    bandwidth: bandwidthLimit(flavor),
    connections: connectionsOf(flavor, gateways),
    refusal: flavorRefusal(choice, flavor, zones),
    zones: zonesFor(choice, flavor, zones),
  }))
