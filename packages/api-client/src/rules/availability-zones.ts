import type { ExtendedAvailabilityZone } from '../schemas/availability-zones.ts'
import { problem, type Problem } from './problem.ts'

export type ZoneDemand = { flavor: string; attachment_type: string; ip_version: string }

/** Zones that offer a specification for this attachment and IP version, by the matrix of the v5.1 call. */
export const eligibleZones = (zones: readonly ExtendedAvailabilityZone[], demand: ZoneDemand): string[] =>
  zones
    .filter((zone) =>
      zone.available_specs.some(
        (spec) =>
          spec.flavor === demand.flavor &&
          spec.attachment_type === demand.attachment_type &&
          spec.ip_version === demand.ip_version,
      ),
    )
    .map((zone) => zone.name ?? '')

/** How many zones a gateway takes where so many are eligible: two if there are two, one if only one, none if none. */
export const zonesNeeded = (eligible: number): 0 | 1 | 2 => (eligible >= 2 ? 2 : eligible === 1 ? 1 : 0)

/** What is wrong with the zones chosen; none chosen is fine, then the service picks. */
export const zoneProblems = (chosen: readonly string[] | undefined, eligible: readonly string[]): Problem[] => {
  const path = 'availability_zone_ids'
  if (eligible.length === 0) {
    return [problem('vgw.zones.count', path, 'No zone offers this specification with this attachment and IP version.')]
  }
  if (!chosen || chosen.length === 0) return []
  if (new Set(chosen).size !== chosen.length) {
    return [problem('vgw.zones.distinct', path, 'Choose two different zones.', 'VPN.0515')]
  }
  const wrong = chosen.find((zone) => !eligible.includes(zone))
  if (wrong) return [problem('azs.match', path, `${wrong} does not offer this specification.`)]
  const needed = zonesNeeded(eligible.length)
  if (chosen.length === needed) return []
  return needed === 2
    ? [problem('vgw.zones.count', path, 'Choose two zones: more than one offers this specification.', 'VPN.0514')]
    : [problem('vgw.zones.count', path, 'Choose one zone: only one offers this specification.')]
}
