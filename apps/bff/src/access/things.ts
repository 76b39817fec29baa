import type { AnyInput, OperationName } from '@vpn-console/api-client'

export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields =>
  // Any object can be read by key; what is none has no keys.
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** Something of a cloud that a call is about, as far as it says to which enterprise project a call belongs. */
export type Thing = {
  kind: 'gateway' | 'connection' | 'monitor' | 'p2c-gateway' | 'server' | 'project'
  id: string
}

const kindOfField = {
  vgw_id: 'gateway',
  vpn_connection_id: 'connection',
  connection_monitor_id: 'monitor',
  p2c_vgw_id: 'p2c-gateway',
  vpn_server_id: 'server',
} as const satisfies Record<string, Thing['kind']>

/** By the type that stands in the paths of tags. Customer gateways belong to no enterprise project. */
export const kindOfTagged: Readonly<Record<string, Thing['kind']>> = {
  'vpn-gateway': 'gateway',
  'vpn-connection': 'connection',
  'p2c-vpn-gateways': 'p2c-gateway',
}

export const thingsIn = (fields: Fields): Thing[] =>
  Object.entries(kindOfField).flatMap(([field, kind]) => {
    const id = fields[field]
    return typeof id === 'string' && id !== '' ? [{ kind, id }] : []
  })

/** The objects inside a body: `{ vpn_connection: { … } }`, or a list of them. */
const objectsIn = (body: unknown): Fields[] =>
  Object.values(fieldsOf(body)).flatMap((inner) => [inner].flat().map(fieldsOf))

const createsGateway: ReadonlySet<OperationName> = new Set(['createVgw', 'createP2cVgw'])

/** What a call is about: named in its path, its query or its body. A new gateway is about the project it is made in. */
export const thingsOf = (name: OperationName, { params, query, body }: AnyInput): Thing[] => {
  const inPath = fieldsOf(params)
  const tagged = kindOfTagged[String(inPath['resource_type'])]
  const taggedId = inPath['resource_id']
  const objects = objectsIn(body)
  return [
    ...thingsIn(inPath),
    ...thingsIn(fieldsOf(query)),
    ...objects.flatMap(thingsIn),
    ...(tagged && typeof taggedId === 'string' ? [{ kind: tagged, id: taggedId }] : []),
    ...(createsGateway.has(name)
      ? objects.map(({ enterprise_project_id: id }) => ({
          kind: 'project' as const,
          id: typeof id === 'string' ? id : '0',
        }))
      : []),
  ]
}
