import type { Output } from '@vpn-console/api-client'
import {
  addCertificate,
  bindLater,
  factsOf,
  firstEnd,
  type CertificateTexts,
  type GatewayCertificate,
} from '../gateway-certificates.ts'
import { timeText, type Gateway, type Project } from '../project-state.ts'
import { invalid, notFound, notReady } from '../refusal.ts'
import type { Call, Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'
import { checkGatewayAllows, findGateway } from './vpn-gateways.ts'

const mostCertificates = 1000
const dayMs = 86_400_000

const changed = ({ id, name, vgw_id, facts, created_at }: GatewayCertificate) => ({
  id,
  name,
  vgw_id,
  ...facts,
  created_at: timeText(created_at),
})

const shown = (
  project: Project,
  certificate: GatewayCertificate,
): Output<'showVpnGatewayCertificate'>['certificate'] => {
  const { id, name, vgw_id, status, facts, created_at, updated_at } = certificate
  const times = { created_at: timeText(created_at), updated_at: timeText(updated_at) }
  return { id, name, project_id: project.id, vgw_id, status, ...facts, ...times }
}

const find = (project: Project, gateway: Gateway): GatewayCertificate => {
  const found = project.gatewayCertificates.get(gateway.id)
  if (!found) throw notFound()
  return found
}

const checkTakes = (project: Project, gateway: Gateway) => {
  if (gateway.flavor !== 'GM') throw invalid(`gateway ${gateway.id} is not of the specification GM`)
  checkGatewayAllows(project, 'update', gateway)
}

/** All five texts, or none where only the name changes. */
const textsOf = (update: Call<'updateVgwCertificate'>['body']['certificate']): CertificateTexts | undefined => {
  const { name, certificate, private_key, certificate_chain, enc_certificate, enc_private_key } = update
  const given = [certificate, private_key, certificate_chain, enc_certificate, enc_private_key]
  if (given.every((text) => text === undefined)) {
    if (name === undefined) throw invalid('nothing to change was given')
    return undefined
  }
  if (!certificate || !private_key || !certificate_chain || !enc_certificate || !enc_private_key) {
    throw invalid('give both certificates, both private keys and the certificate chain together, or only the name')
  }
  return { certificate, private_key, certificate_chain, enc_certificate, enc_private_key }
}

export const gatewayCertificates = {
  createVgwCertificate: ({ project, params, body }) => {
    const gateway = findGateway(project, params.vgw_id)
    const { name, ...texts } = body.certificate
    checkTakes(project, gateway)
    if (project.gatewayCertificates.has(gateway.id)) throw invalid(`gateway ${gateway.id} has a certificate already`)
    const at = project.clock.now()
    const facts = factsOf(texts, at)
    const given = { id: project.random.uuid(), name: name ?? `cert-${project.random.hex(4)}`, facts, at }
    const certificate = addCertificate(project, gateway, given)
    bindLater(project, certificate)
    return { certificate: changed(certificate) }
  },

  showVpnGatewayCertificate: ({ project, params }) => ({
    certificate: shown(project, find(project, findGateway(project, params.vgw_id))),
  }),

  updateVgwCertificate: ({ project, params, body }) => {
    const gateway = findGateway(project, params.vgw_id)
    const certificate = find(project, gateway)
    if (certificate.id !== params.certificate_id) throw notFound()
    checkTakes(project, gateway)
    if (certificate.status === 'BINDING') throw notReady('GATEWAY', gateway.id, certificate.status)
    const texts = textsOf(body.certificate)
    const { name } = body.certificate
    const at = project.clock.now()
    if (texts) {
      certificate.facts = factsOf(texts, at)
      bindLater(project, certificate)
    }
    if (name !== undefined) certificate.name = name
    certificate.updated_at = at
    return { certificate: changed(certificate) }
  },

  listVpnGatewayCertificates: ({ project, query }) => {
    const { pre_expire_days } = query
    const latest = pre_expire_days === undefined ? undefined : project.clock.now() + pre_expire_days * dayMs
    const all = [...project.gatewayCertificates.values()].filter(
      (certificate) => latest === undefined || firstEnd(certificate) <= latest,
    )
    const { items } = pageByTime(all, query, mostCertificates)
    return { vpn_gateway_certificates: items.map((one) => shown(project, one)) }
  },
} satisfies Partial<Handlers>
