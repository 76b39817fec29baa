import { mostClientCas } from '@vpn-console/api-client'
import { clientCaFacts, makeClientCa, shownClientCa } from '../p2c/client-cas.ts'
import type { ClientCa, Server } from '../p2c/state.ts'
import { changeableServer, findServer } from '../p2c/states-refused.ts'
import { refusal } from '../refusal.ts'
import type { Handlers } from './handler.ts'

const find = ({ clientCas }: Server, id: string): ClientCa => {
  const ca = clientCas.get(id)
  if (!ca) throw refusal('VPN.1115', id)
  return ca
}

export const clientCas = {
  checkClientCaCertificate: ({ project, body }) => {
    const { name, content } = body.client_ca_certificate
    const facts = clientCaFacts({ name, content }, project.clock.now())
    return { ...(name === undefined ? {} : { name }), ...facts }
  },

  importClientCa: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    if (server.clientCas.size >= mostClientCas) throw refusal('VPN.1111')
    const ca = makeClientCa(project, body.client_ca_certificate, server.clientCas.values())
    ca.created_at = project.stamp(ca.created_at)
    server.clientCas.set(ca.id, ca)
    return { client_ca_certificate: { id: ca.id } }
  },

  showClientCa: ({ project, params }) => ({
    client_ca_certificate: shownClientCa(
      find(findServer(project, params.vpn_server_id), params.client_ca_certificate_id),
    ),
  }),

  updateClientCa: ({ project, params, body }) => {
    const ca = find(changeableServer(project, params.vpn_server_id), params.client_ca_certificate_id)
    const { name } = body.client_ca_certificate
    if (name !== undefined) ca.name = name
    ca.updated_at = project.clock.now()
    return {}
  },

  deleteClientCa: ({ project, params }) => {
    const server = changeableServer(project, params.vpn_server_id)
    const ca = find(server, params.client_ca_certificate_id)
    // People with certificates need at least one authority that vouches for them.
    if (server.client_auth_type === 'CERT' && server.clientCas.size === 1) throw refusal('VPN.1101')
    server.clientCas.delete(ca.id)
    return undefined
  },
} satisfies Partial<Handlers>
