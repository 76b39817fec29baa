import { p2cGatewayRefuses, p2cVpnGatewayUpdate, type P2cVpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import * as z from 'zod'
import { call } from '../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { followTask } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { isGone } from '../../api/gone.ts'
import { p2cGateway as gatewayQuery, p2cPollInterval } from './p2c-gateway-queries.ts'

type RenameValues = { name: string }

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['p2cGatewayId'] ?? ''))

export const crumb = function P2cGatewayEditCrumb() {
  const { p2cGatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), p2cGatewayId))
  return `Rename ${data?.p2c_vpn_gateway.name ?? 'Point-to-Cloud gateway'}`
}

const schema = z.custom<RenameValues>().superRefine(({ name }, context) => {
  const issue = p2cVpnGatewayUpdate.safeParse({ name: name.trim() }).error?.issues[0]
  if (issue) context.addIssue({ code: 'custom', path: ['name'], message: issue.message })
})

const inputOf = ({ id }: P2cVpnGateway, { name }: RenameValues) => ({
  params: { p2c_vgw_id: id },
  body: { p2c_vpn_gateway: { name: name.trim() } },
})

const save = async (cloudId: string, gateway: P2cVpnGateway, values: RenameValues): Promise<string> => {
  const { id } = gateway
  await call(cloudId, 'updateP2cVgw', inputOf(gateway, values))
  followTask({ cloudId, kind: 'update', resource: 'p2c-gateway', resourceId: id, name: values.name.trim() })
  void invalidate(cloudId, 'listP2cVgws', 'showP2cVgw')
  return paths.p2cGateway({ cloudId, p2cGatewayId: id })
}

export default function P2cGatewayEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { p2cGatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, p2cGatewayId), (data) => p2cPollInterval(data && [data.p2c_vpn_gateway]))
  // Gone while somebody renames it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const now = live.data.p2c_vpn_gateway
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [gateway] = useState(now)
  const draftKey = `p2c-gateway.${gateway.id}`
  const form = useDraftForm<RenameValues>({ draftKey, schema, defaultValues: { name: gateway.name } })
  const name = useWatch({ control: form.control, name: 'name' }).trim()
  const isSame = name === gateway.name

  return (
    <FormShell<RenameValues>
      title={`Rename ${gateway.name}`}
      description="Network, zones and the number of connections of a gateway are fixed. Its EIP is exchanged on a page of its own, its tags are on theirs."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, gateway, values)}
      errorFields={(error) => fieldErrors<RenameValues>(error, { 'p2c_vpn_gateway.name': 'name' })}
      submitText={`Save ${gateway.name}`}
      disabledReason={
        denied('updateP2cVgw') ?? p2cGatewayRefuses('update', now) ?? (isSame ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={`${gateway.name} was not changed`}
      cancelTo={paths.p2cGateway({ cloudId, p2cGatewayId })}
      calls={(values) => (isSame ? [] : [{ name: 'updateP2cVgw', input: inputOf(gateway, values) }])}
    >
      <InputField<RenameValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores or hyphens."
      />
    </FormShell>
  )
}
