import { connectionRefuses, type VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import type { CodeRequest } from '../../ui/code/code-request.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { useFieldInUrl } from '../../ui/form/use-field-in-url.ts'
import { isGone } from '../../api/gone.ts'
import { connectionPollInterval, connectionQuery, customerGatewayList, gatewayList } from './connection-queries.ts'
import { changesBetween, isKeyAlone, waitsForNegotiation } from './edit/change-words.ts'
import { ChangesSection } from './edit/ChangesSection.tsx'
import { editErrors } from './edit/edit-errors.ts'
import { editValuesOf, endAddresses, type ConnectionEditValues } from './edit/edit-form.ts'
import { connectionEditForm, settingsPair, type EditFacts } from './edit/edit-problems.ts'
import { EditFields } from './edit/EditFields.tsx'
import { resetAfterwards, saveConnection } from './edit/save-connection.ts'
import { changedPaths, toUpdateBody } from './edit/settings-diff.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  // The form shows names and rules of the ends where they can be had, and does without them otherwise.
  await Promise.allSettled([load(request, gatewayList(cloudId)), load(request, customerGatewayList(cloudId))])
  return load(request, connectionQuery(cloudId, params['connectionId'] ?? ''))
}

export const crumb = 'Edit connection'

const save = async (cloudId: string, values: ConnectionEditValues, facts: EditFacts): Promise<string> => {
  const { connection } = facts
  const { before, after } = settingsPair(values, facts)
  await saveConnection(cloudId, connection, toUpdateBody(before, after))
  if (values.resetsAfterwards && waitsForNegotiation(changedPaths(before, after))) {
    void resetAfterwards(cloudId, connection)
  }
  return paths.vpnConnection({ cloudId, connectionId: connection.id })
}

const callsOf = (connection: VpnConnection, values: ConnectionEditValues, facts: EditFacts): CodeRequest[] => {
  const { before, after } = settingsPair(values, facts)
  const vpn_connection = toUpdateBody(before, after)
  const params = { vpn_connection_id: connection.id }
  if (Object.keys(vpn_connection).length === 0) return []
  const isReset = values.resetsAfterwards && waitsForNegotiation(changedPaths(before, after))
  return [
    { name: 'updateVpnConnection', input: { params, body: { vpn_connection } } },
    ...(isReset ? [{ name: 'resetVpnConnection' as const, input: { params } }] : []),
  ]
}

export default function ConnectionEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { connectionId = '' } = useParams()
  const live = useLive(connectionQuery(cloudId, connectionId), (data) =>
    connectionPollInterval(data && [data.vpn_connection]),
  )
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [connection] = useState(live.data.vpn_connection)
  const gateway = useQuery(gatewayList(cloudId)).data?.find(({ id }) => id === connection.vgw_id)
  const customerGateways = useQuery(customerGatewayList(cloudId))
  const facts: EditFacts = { connection, gateway, customerGateways: customerGateways.data ?? [] }
  const draftKey = `connection.${connection.id}`
  const form = useDraftForm({
    draftKey,
    schema: connectionEditForm(() => facts),
    defaultValues: editValuesOf(connection),
  })
  useFieldInUrl()
  if (isGone(live.error)) throw live.error

  const { name } = connection
  const values = form.watch()
  const { scope, before, after } = settingsPair(values, facts)
  const customerGatewayOf = (id: string) => facts.customerGateways.find((one) => one.id === id)
  const changes = changesBetween(before, after, (id) => customerGatewayOf(id)?.name ?? id)

  return (
    <FormShell
      title={`Edit ${name}`}
      description="Mode, VPN gateway and gateway address of a connection are fixed: for others, create another one."
      form={form}
      draftKey={draftKey}
      submit={(sent) => save(cloudId, sent, facts)}
      errorFields={editErrors}
      submitText={`Save ${name}`}
      disabledReason={
        denied('updateVpnConnection') ??
        connectionRefuses('update', live.data.vpn_connection) ??
        (changes.length === 0 ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={`${name} was not changed`}
      cancelTo={paths.vpnConnection({ cloudId, connectionId })}
      calls={(sent) => callsOf(connection, sent, facts)}
    >
      <EditFields
        facts={facts}
        scope={scope}
        ends={endAddresses(connection, gateway, customerGatewayOf(values.cgw_id))}
        customerGateways={customerGateways}
      />
      <ChangesSection
        name={name}
        changes={changes}
        isKeyAlone={isKeyAlone(toUpdateBody(before, after), values.ikepolicy.ike_version)}
        resetDenied={denied('resetVpnConnection')}
      />
    </FormShell>
  )
}
