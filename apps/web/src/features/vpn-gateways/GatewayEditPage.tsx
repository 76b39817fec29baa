import { ApiError, gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { followTask } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { LocalSubnetsFields } from '../../ui/pickers/LocalSubnetsFields.tsx'
import {
  editFieldOf,
  editValuesOf,
  gatewayChanges,
  gatewayEditSchema,
  hasLocalSubnets,
  toUpdateBody,
  type GatewayEditValues,
} from './edit/gateway-edit-form.ts'
import { isGone } from '../../api/gone.ts'
import { gateway as gatewayQuery, gatewayPollInterval } from './gateway-queries.ts'
import { knownSubnets, readSubnets } from './create/use-gateway-form.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  const { vpn_gateway } = await load(request, gatewayQuery(cloudId, params['gatewayId'] ?? ''))
  await readSubnets(cloudId, vpn_gateway.vpc_id ?? '')
  return null
}

export const crumb = function GatewayEditCrumb() {
  const { gatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return `Edit ${data?.vpn_gateway.name ?? 'VPN gateway'}`
}

const save = async (cloudId: string, gateway: VpnGateway, values: GatewayEditValues): Promise<string> => {
  const params = { vgw_id: gateway.id }
  const { vpn_gateway } = await call(cloudId, 'updateVgw', { params, body: toUpdateBody(values, gateway) })
  followTask({ cloudId, kind: 'update', resource: 'vpn-gateway', resourceId: gateway.id, name: vpn_gateway.name })
  void invalidate(cloudId, 'listVgws', 'showVgw')
  return paths.vpnGateway({ cloudId, gatewayId: gateway.id })
}

type ChangesProps = { control: Control<GatewayEditValues>; gateway: VpnGateway }

const useChanges = ({ control, gateway }: ChangesProps) => {
  const [name, localSubnets, otherSubnets] = useWatch({ control, name: ['name', 'localSubnets', 'otherSubnets'] })
  return gatewayChanges({ name, localSubnets, otherSubnets }, gateway)
}

export default function GatewayEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { gatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  // Gone while somebody edits it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const now = live.data.vpn_gateway
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [gateway] = useState(now)
  const [defaultValues] = useState(() => editValuesOf(gateway, knownSubnets(cloudId, [gateway.vpc_id ?? ''])))
  const draftKey = `vpn-gateway.${gateway.id}`
  const schema = useMemo(() => gatewayEditSchema(gateway), [gateway])
  const form = useDraftForm({ draftKey, schema, defaultValues })
  const changes = useChanges({ control: form.control, gateway })
  const page = paths.vpnGateway({ cloudId, gatewayId })

  return (
    <FormShell
      title={`Edit ${gateway.name}`}
      description="Network, zones, HA mode and ASN of a gateway are fixed. Its EIPs and its specification are not changed here."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, gateway, values)}
      errorFields={(error) => {
        const field = error instanceof ApiError ? editFieldOf(error) : undefined
        return field && error instanceof ApiError ? [{ field, message: error.message }] : []
      }}
      submitText={`Save ${gateway.name}`}
      disabledReason={
        denied('updateVgw') ??
        gatewayRefuses('update', now) ??
        (changes.length === 0 ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={`${gateway.name} was not changed`}
      cancelTo={page}
      calls={(values) =>
        gatewayChanges(values, gateway).length === 0
          ? []
          : [{ name: 'updateVgw', input: { params: { vgw_id: gateway.id }, body: toUpdateBody(values, gateway) } }]
      }
    >
      <InputField<GatewayEditValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores, hyphens or periods."
      />
      {hasLocalSubnets(gateway) && (
        <LocalSubnetsFields vpcId={gateway.vpc_id ?? ''} ipVersion={gateway.ip_version === 'ipv6' ? 'ipv6' : 'ipv4'} />
      )}
      <ChangeList changes={changes} />
    </FormShell>
  )
}
