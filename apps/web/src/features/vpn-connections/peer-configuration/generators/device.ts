import type { PeerSide, PeerTunnel } from '../peer-side.ts'

/** The device's word for an algorithm; what is not in the table the device cannot do. */
export type Words = Readonly<Partial<Record<string, string>>>

export type AlgorithmWords = {
  ike: { encryption: Words; authentication: Words; dhGroup: Words }
  ipsec: { encryption: Words; authentication: Words; pfs: Words }
}

export type PeerDevice = {
  id: string
  /** `Cisco IOS-XE`. */
  label: string
  /** For whom it is, beneath the label. */
  description: string
  /** Ending of the file: `conf`. */
  extension: string
  generate: (peer: PeerSide) => string
  /** What the device cannot do of this, or does otherwise; each a sentence. */
  remarks: (peer: PeerSide) => string[]
  /** Where the text goes and how to see that the tunnel is up. */
  steps: (peer: PeerSide) => string[]
}

export const isCounterMode = (encryption: string): boolean => encryption.includes('-gcm-')

/** A word that no device takes: better a refused line than another algorithm than the one agreed on. */
const missing = (value: string) => `<${value}-NOT-ON-THIS-DEVICE>`

/** Whether a text has a gap where the device lacks an algorithm. */
export const hasGap = (text: string): boolean => text.includes('-NOT-ON-THIS-DEVICE>')

const wordOf = (words: Words, value: string) => words[value] ?? missing(value)

/** The algorithms of a tunnel in the device's words. */
export const securityOf = (words: AlgorithmWords, { ike, ipsec }: PeerTunnel) => ({
  ike: {
    encryption: wordOf(words.ike.encryption, ike.encryption),
    authentication: wordOf(words.ike.authentication, ike.authentication),
    dhGroup: wordOf(words.ike.dhGroup, ike.dhGroup),
  },
  ipsec: {
    encryption: wordOf(words.ipsec.encryption, ipsec.encryption),
    authentication: isCounterMode(ipsec.encryption)
      ? undefined
      : wordOf(words.ipsec.authentication, ipsec.authentication),
    pfs: ipsec.pfs === 'disable' ? undefined : wordOf(words.ipsec.pfs, ipsec.pfs),
  },
})

const unique = (texts: readonly string[]) => [...new Set(texts)]

/** One sentence for each algorithm that the device does not have. */
export const missingAlgorithms = (words: AlgorithmWords, { tunnels }: PeerSide, device: string): string[] =>
  unique(
    tunnels.flatMap(({ ike, ipsec }) => {
      const checks: [Words, string, string][] = [
        [words.ike.encryption, ike.encryption, 'for IKE encryption'],
        [words.ike.authentication, ike.authentication, 'for IKE authentication'],
        [words.ike.dhGroup, ike.dhGroup, 'as IKE group'],
        [words.ipsec.encryption, ipsec.encryption, 'for IPsec encryption'],
      ]
      if (!isCounterMode(ipsec.encryption)) {
        checks.push([words.ipsec.authentication, ipsec.authentication, 'for IPsec authentication'])
      }
      if (ipsec.pfs !== 'disable') checks.push([words.ipsec.pfs, ipsec.pfs, 'for PFS'])
      const absent = checks
        .filter(([known, value]) => known[value] === undefined)
        .map(
          ([, value, use]) =>
            `${device} has no ${value} ${use}. The text shows the gap; choose another on the connection.`,
        )
      return ike.version === 1 && isCounterMode(ike.encryption)
        ? [...absent, `IKEv1 has no ${ike.encryption} in phase 1. Use IKEv2, or another encryption for IKE.`]
        : absent
    }),
  )

/** What a device does with lifetimes outside the range it takes. */
export const lifetimeRemarks = (
  { tunnels }: PeerSide,
  device: string,
  { ike, ipsec }: { ike: readonly [number, number]; ipsec: readonly [number, number] },
): string[] =>
  unique(
    tunnels.flatMap((tunnel) => {
      const checks = [
        ['IKE', tunnel.ike.lifetimeSeconds, ike],
        ['IPsec', tunnel.ipsec.lifetimeSeconds, ipsec],
      ] as const
      return checks
        .filter(([, seconds, [least, most]]) => seconds < least || seconds > most)
        .map(
          ([what, seconds, [least, most]]) =>
            `${device} takes ${what} lifetimes of ${least} to ${most} s, and the connection has ${seconds} s. The text has the nearest; the shorter one renews first.`,
        )
    }),
  )

export const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(Math.max(value, least), most)

/** For devices whose text is written for IPv4 inside the tunnel. */
export const ipv6Remarks = ({ ownSubnets, cloudSubnets }: PeerSide, device: string): string[] =>
  [...ownSubnets, ...cloudSubnets].some((block) => block.includes(':'))
    ? [`The text for ${device} covers IPv4 subnets only: the IPv6 subnets of the connection are not in it.`]
    : []

/** In IKEv1 both ends must order the parts of a DPD message alike; a device without the setting may differ. */
export const dpdOrderRemarks = ({ tunnels }: PeerSide, device: string): string[] =>
  tunnels.some(({ ike }) => ike.version === 1 && ike.dpd.isNotifyFirst)
    ? [`${device} cannot choose the order in a DPD message. Set seq-hash-notify on the connection if the tunnel flaps.`]
    : []
