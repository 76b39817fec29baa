import { gatewayRefuses, type VpnGateway, type VpnGatewayCertificate } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { followTask } from '../../../api/tasks.ts'
import { paths } from '../../../paths.ts'
import { CertificateField } from '../../../ui/form/CertificateField.tsx'
import { FormShell } from '../../../ui/form/FormShell.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { isGone } from '../../../api/gone.ts'
import { gateway as gatewayQuery, gatewayPollInterval } from '../gateway-queries.ts'
import {
  certificateErrors,
  certificateFormSchema,
  emptyCertificateForm,
  hasTexts,
  toCreateBody,
  toUpdateBody,
  type CertificateFormValues,
} from './certificate-form.ts'
import { certificatePollInterval, certificateRefuses, gatewayCertificate } from './certificate-queries.ts'
import { certificateWarnings } from './certificate-rules.ts'
import { replaceConsequence } from './certificate-words.ts'
import { PrivateKeyField } from './PrivateKeyField.tsx'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const [cloudId, gatewayId] = [params['cloudId'] ?? '', params['gatewayId'] ?? '']
  await Promise.all([
    load(request, gatewayQuery(cloudId, gatewayId)),
    load(request, gatewayCertificate(cloudId, gatewayId)),
  ])
  return null
}

export const crumb = function CertificateCrumb() {
  const { gatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return `Certificates of ${data?.vpn_gateway.name ?? 'a VPN gateway'}`
}

type Present = VpnGatewayCertificate | undefined

const send = async (cloudId: string, gateway: VpnGateway, present: Present, values: CertificateFormValues) => {
  const params = { vgw_id: gateway.id }
  if (present) {
    const input = { params: { ...params, certificate_id: present.id }, body: toUpdateBody(values, present) }
    await call(cloudId, 'updateVgwCertificate', input)
  } else {
    await call(cloudId, 'createVgwCertificate', { params, body: toCreateBody(values) })
  }
  followTask({
    cloudId,
    kind: present ? 'update' : 'create',
    resource: 'vpn-gateway-certificate',
    resourceId: gateway.id,
    name: gateway.name,
  })
  void invalidate(cloudId, 'showVpnGatewayCertificate', 'listVpnGatewayCertificates', 'showVgw', 'listVgws')
  return `${paths.vpnGateway({ cloudId, gatewayId: gateway.id })}?tab=certificate`
}

/** Why nothing can be sent, beyond what is wrong with the fields. */
const refusalOf = (gateway: VpnGateway, certificate: Present): string | undefined => {
  if (gateway.flavor !== 'GM') return `${gateway.name} is no GM gateway: it works with pre-shared keys.`
  return gatewayRefuses('update', gateway) ?? certificateRefuses(certificate)
}

const chainHelp = 'Of the CA that issued both: devices check the gateway with it.'

export default function CertificatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { gatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  const now = useLive(gatewayCertificate(cloudId, gatewayId), certificatePollInterval).data ?? undefined
  // What the form began with: a refresh meanwhile must not turn an upload into a replacement.
  const [present] = useState(now)
  const [schema] = useState(() => certificateFormSchema(present))
  // No draft: the keys are kept nowhere, and certificates without them are of no use.
  const form = useDraftForm<CertificateFormValues>({ schema, defaultValues: emptyCertificateForm(present?.name ?? '') })
  const values = form.watch()
  if (isGone(live.error)) throw live.error
  const { vpn_gateway: gateway } = live.data
  const warnings = certificateWarnings({
    signature: values.certificate,
    encryption: values.encCertificate,
    chain: values.chain,
  })
  const isUnchanged = present?.name === values.name.trim() && !hasTexts(values)

  return (
    <FormShell<CertificateFormValues>
      title={present ? `Replace the certificates of ${gateway.name}` : `Upload certificates to ${gateway.name}`}
      description={
        present
          ? 'All five texts together. For another name alone, leave them empty.'
          : 'SM certificates in PEM form, with their private keys unlocked.'
      }
      form={form}
      submit={(sent) => send(cloudId, gateway, present, sent)}
      errorFields={certificateErrors}
      submitText={present ? `Save the certificates of ${gateway.name}` : 'Upload certificates'}
      disabledReason={
        denied(present ? 'updateVgwCertificate' : 'createVgwCertificate') ??
        refusalOf(gateway, now) ??
        (isUnchanged ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={present ? 'The certificates were not replaced' : 'The certificates were not uploaded'}
      cancelTo={`${paths.vpnGateway({ cloudId, gatewayId })}?tab=certificate`}
    >
      {present && <Alert type="info">{replaceConsequence(gateway.name, gateway.used_connection_number ?? 0)}</Alert>}
      <InputField<CertificateFormValues>
        name="name"
        label="Name"
        constraint="3 to 63 letters, digits, underscores, hyphens or periods."
        isOptional={!present}
      />
      <CertificateField<CertificateFormValues>
        name="certificate"
        label="Signature certificate"
        warning={warnings.signature}
      />
      <PrivateKeyField<CertificateFormValues> name="privateKey" label="Private key of the signature certificate" />
      <CertificateField<CertificateFormValues>
        name="encCertificate"
        label="Encryption certificate"
        warning={warnings.encryption}
      />
      <PrivateKeyField<CertificateFormValues> name="encPrivateKey" label="Private key of the encryption certificate" />
      <CertificateField<CertificateFormValues> name="chain" label="CA certificate" description={chainHelp} />
    </FormShell>
  )
}
