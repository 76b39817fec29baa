import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { followTask } from '../../../api/tasks.ts'
import { paths } from '../../../paths.ts'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import { ChangeList } from '../../../ui/ChangeList.tsx'
import { FormShell } from '../../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { AffectedConnections } from '../AffectedConnections.tsx'
import { isGone } from '../../../api/gone.ts'
import { gateway as gatewayQuery, gatewayPollInterval } from '../gateway-queries.ts'
import {
  templateChanges,
  templateRefusal,
  templateSchema,
  templateValues,
  toTemplate,
  type TemplateValues,
} from './template-form.ts'
import { TemplateFields } from './TemplateFields.tsx'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['gatewayId'] ?? ''))

export const crumb = function PolicyTemplateCrumb() {
  const { gatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return `Policy template of ${data?.vpn_gateway.name ?? 'a VPN gateway'}`
}

const save = async (cloudId: string, { id, name }: VpnGateway, values: TemplateValues, before: TemplateValues) => {
  const body = { vpn_gateway: { policy_template: toTemplate(values, before) } }
  await call(cloudId, 'updateVgw', { params: { vgw_id: id }, body })
  followTask({ cloudId, kind: 'update', resource: 'vpn-gateway', resourceId: id, name })
  void invalidate(cloudId, 'listVgws', 'showVgw')
  return paths.vpnGateway({ cloudId, gatewayId: id })
}

const fieldNames = [
  ...['encryption_algorithm', 'authentication_algorithm', 'dh_group', 'lifetime_seconds'].map(
    (name) => `ike_policy.${name}`,
  ),
  ...['encryption_algorithm', 'authentication_algorithm', 'pfs', 'lifetime_seconds'].map(
    (name) => `ipsec_policy.${name}`,
  ),
]
const fieldMap = Object.fromEntries(
  // The names above are those of the form.
  fieldNames.map((name) => [`vpn_gateway.policy_template.${name}`, name as 'ike_policy.dh_group']),
)

export default function PolicyTemplatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { gatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  // What the form began with: a refresh meanwhile must not make what was chosen look like a change back.
  const [gateway] = useState(live.data.vpn_gateway)
  const [before] = useState(() => templateValues(gateway.policy_template))
  const [schema] = useState(() => templateSchema(before))
  const refusal = templateRefusal(gateway)
  const draftKey = refusal === undefined ? `policy-template.${gateway.id}` : undefined
  const form = useDraftForm<TemplateValues>({ draftKey, schema, defaultValues: before })
  if (isGone(live.error)) throw live.error

  const { name } = gateway
  const changes = templateChanges(form.watch(), before)

  return (
    <FormShell<TemplateValues>
      title={`Policy template of ${name}`}
      description="Devices without a fixed address begin the tunnel, and the gateway answers each of them by this one template."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, gateway, values, before)}
      errorFields={(error) => fieldErrors<TemplateValues>(error, fieldMap)}
      submitText={`Save the template of ${name}`}
      disabledReason={
        denied('updateVgw') ??
        refusal ??
        gatewayRefuses('update', live.data.vpn_gateway) ??
        (changes.length === 0 ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={`The template of ${name} was not changed`}
      cancelTo={paths.vpnGateway({ cloudId, gatewayId })}
    >
      {refusal === undefined ? (
        <>
          <TemplateFields />
          <ChangeList changes={changes} />
          <AffectedConnections
            gateway={gateway}
            title="Connections by this template"
            none="No connection uses the template yet."
            isAffected={({ style }) => style?.toLowerCase() === 'policy-template'}
            deviceTask={(device) =>
              `Set the same on ${device}: it takes part in the change at its next negotiation, and stays down if it does not agree.`
            }
          />
        </>
      ) : (
        <Alert type="info">{refusal}</Alert>
      )}
    </FormShell>
  )
}
