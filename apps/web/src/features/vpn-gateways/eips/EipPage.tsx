import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../../api/client.ts'
import { eipList } from '../../../api/lists.ts'
import { invalidate, load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { followTask } from '../../../api/tasks.ts'
import { paths } from '../../../paths.ts'
import { EipValue } from '../../../ui/EipValue.tsx'
import { FormShell } from '../../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { EipPicker } from '../../../ui/pickers/EipPicker.tsx'
import { AffectedConnections } from '../AffectedConnections.tsx'
import { AgreementField } from '../../../ui/form/AgreementField.tsx'
import { isGone } from '../../../api/gone.ts'
import { connectionList, gateway as gatewayQuery, gatewayPollInterval } from '../gateway-queries.ts'
import { eipErrors, eipSchema, type EipValues } from './eip-form.ts'
import {
  agreementWords,
  deviceTask,
  eipTitle,
  eipWarning,
  endsAt,
  exchangeWords,
  slotName,
  slotWords,
} from './eip-words.ts'
import { eipAt, exchangeEip, type Slot } from './exchange-eip.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['gatewayId'] ?? ''))

const useSlot = (): Slot => (useParams()['slot'] === '2' ? 2 : 1)

export const crumb = function EipCrumb() {
  const { gatewayId = '' } = useParams()
  const slot = useSlot()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return data ? `${slotName(data.vpn_gateway, slot)} of ${data.vpn_gateway.name}` : 'EIP'
}

const betweenLooksMs = 1_000

const send = async (cloudId: string, { id, name }: VpnGateway, slot: Slot, eipId: string): Promise<string> => {
  const params = { vgw_id: id }
  try {
    await exchangeEip(
      {
        show: async () => (await call(cloudId, 'showVgw', { params })).vpn_gateway,
        unbind: (publicip_id) =>
          call(cloudId, 'updatePublicip', { params: { publicip_id }, body: { publicip: { port_id: '' } } }),
        bind: (body) => call(cloudId, 'updateVgw', { params, body }),
        wait: () => new Promise((resolve) => setTimeout(resolve, betweenLooksMs)),
      },
      slot,
      eipId,
    )
  } finally {
    // Also after a failure: the old EIP may be unbound by then.
    void invalidate(cloudId, 'showVgw', 'listVgws', 'listPublicips', 'listVpnConnections', 'showVpnConnection')
  }
  followTask({ cloudId, kind: 'update', resource: 'vpn-gateway', resourceId: id, name })
  return paths.vpnGateway({ cloudId, gatewayId: id })
}

const refusalOf = (gateway: VpnGateway): string | undefined =>
  gateway.network_type === 'public' ? undefined : `${gateway.name} is a private gateway: it has no EIPs.`

export default function EipPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const slot = useSlot()
  const { gatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  // What the form began with: half an exchange leaves the gateway without the EIP that is still to be named.
  const [gateway] = useState(live.data.vpn_gateway)
  const [schema] = useState(() => eipSchema(gateway, slot))
  const form = useDraftForm<EipValues>({ schema, defaultValues: { eipId: '', isAgreed: false } })
  const eips = useQuery(eipList(cloudId))
  const connections = useQuery({
    ...connectionList(cloudId, gatewayId),
    enabled: denied('listVpnConnections') === undefined,
  })
  if (isGone(live.error)) throw live.error

  const now = live.data.vpn_gateway
  const old = eipAt(gateway, slot)
  const label = slotName(gateway, slot)
  const title = eipTitle(gateway, slot)
  const chosenId = form.watch('eipId')
  const chosen = eips.data?.find(({ id }) => id === chosenId)
  const address = chosen?.public_ip_address ?? chosenId
  const isHalfDone = old !== undefined && eipAt(now, slot) === undefined
  const isHere = endsAt.bind(undefined, gateway, slot)

  return (
    <FormShell<EipValues>
      title={title}
      description="The addresses of a gateway are what its peers are configured with."
      form={form}
      submit={({ eipId }) => send(cloudId, gateway, slot, eipId)}
      errorFields={eipErrors}
      submitText={`${old ? 'Exchange' : 'Bind'} ${slotWords(gateway, slot)}`}
      disabledReason={
        denied('updateVgw') ??
        (old ? denied('updatePublicip') : undefined) ??
        refusalOf(now) ??
        gatewayRefuses('update', now)
      }
      errorTitle={
        isHalfDone
          ? `${old.ip_address ?? old.id} is unbound, but the new EIP was not bound`
          : `${label} was not changed`
      }
      cancelTo={paths.vpnGateway({ cloudId, gatewayId })}
    >
      <KeyValues
        columns={2}
        items={[
          {
            label: `${label} now`,
            value: eipAt(now, slot) ? (
              <EipValue eip={eipAt(now, slot)} what={`${label} of ${now.name}`} />
            ) : (
              'None is bound'
            ),
          },
        ]}
      />
      <EipPicker<EipValues>
        name="eipId"
        label="New EIP"
        description="A free one of this region. A gateway takes only what is there: order a new one in the EIP service, then load the list again."
        warning={eipWarning(chosen, gateway)}
        onPick={() => form.setValue('isAgreed', false)}
      />
      <div>
        <Button
          formAction="none"
          iconName="refresh"
          loading={eips.isFetching}
          loadingText="Loading the EIPs"
          onClick={() => void eips.refetch()}
        >
          Load the EIPs again
        </Button>
      </div>
      <Alert type={old ? 'warning' : 'info'} header="What it does">
        {exchangeWords(gateway, slot).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Alert>
      <AffectedConnections
        gateway={gateway}
        title={old ? `Connections at ${old.ip_address ?? old.id}` : 'Connections that wait for this address'}
        none="No connection ends here."
        isAffected={isHere}
        {...(address !== '' && { deviceTask: deviceTask(old?.ip_address, address) })}
      />
      {address !== '' && (
        <AgreementField<EipValues>
          name="isAgreed"
          words={agreementWords(gateway, slot, { address, connections: connections.data?.filter(isHere).length })}
        />
      )}
    </FormShell>
  )
}
