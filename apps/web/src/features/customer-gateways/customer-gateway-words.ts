import type { CustomerGateway } from '@vpn-console/api-client'

const idTypeWords: Record<string, string> = { ip: 'IP address', fqdn: 'FQDN' }

/** How the other end is known: by address or by name. */
export const identifierType = ({ id_type }: Pick<CustomerGateway, 'id_type'>): string => idTypeWords[id_type] ?? id_type

/** The common name in a subject such as `C=CN,O=lyon,CN=lyon-ca`; the whole subject where it has none. */
export const commonName = (subject: string | undefined): string | undefined =>
  subject === undefined ? undefined : (/(?:^|,)\s*CN=((?:\\.|[^,])+)/i.exec(subject)?.[1]?.trim() ?? subject)
