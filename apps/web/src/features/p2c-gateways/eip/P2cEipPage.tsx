import { p2cGatewayRefuses, type P2cVpnGateway } from '@vpn-console/api-client'
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
import { AgreementField } from '../../../ui/form/AgreementField.tsx'
import { FormShell } from '../../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { EipPicker } from '../../../ui/pickers/EipPicker.tsx'
import { isGone } from '../../../api/gone.ts'
import { p2cGateway as gatewayQuery, p2cPollInterval } from '../p2c-gateway-queries.ts'
import { eipErrors, eipSchema, type EipValues } from './eip-form.ts'
import { addressOf, agreementWords, eipTitle, exchangeWords } from './eip-words.ts'
import { exchangeEip } from './exchange-eip.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['p2cGatewayId'] ?? ''))

export const crumb = function P2cEipCrumb() {
  const { p2cGatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), p2cGatewayId))
  return data ? `EIP of ${data.p2c_vpn_gateway.name}` : 'EIP'
}

const betweenLooksMs = 1_000

const send = async (cloudId: string, { id, name }: P2cVpnGateway, eipId: string): Promise<string> => {
  const params = { p2c_vgw_id: id }
  try {
    await exchangeEip(
      {
        show: async () => (await call(cloudId, 'showP2cVgw', { params })).p2c_vpn_gateway,
        unbind: (publicip_id) =>
          call(cloudId, 'updatePublicip', { params: { publicip_id }, body: { publicip: { port_id: '' } } }),
        bind: (body) => call(cloudId, 'updateP2cVgw', { params, body }),
        wait: () => new Promise((resolve) => setTimeout(resolve, betweenLooksMs)),
      },
      eipId,
    )
  } finally {
    // Also after a failure: the old EIP may be unbound by then.
    void invalidate(cloudId, 'showP2cVgw', 'listP2cVgws', 'listPublicips', 'listP2cVgwConnections')
  }
  followTask({ cloudId, kind: 'update', resource: 'p2c-gateway', resourceId: id, name })
  return paths.p2cGateway({ cloudId, p2cGatewayId: id })
}

export default function P2cEipPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { p2cGatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, p2cGatewayId), (data) => p2cPollInterval(data && [data.p2c_vpn_gateway]))
  // What the form began with: half an exchange leaves the gateway without the EIP that is still to be named.
  const [gateway] = useState(live.data.p2c_vpn_gateway)
  const [schema] = useState(() => eipSchema(gateway))
  const form = useDraftForm<EipValues>({ schema, defaultValues: { eipId: '', isAgreed: false } })
  const eips = useQuery({ ...eipList(cloudId), enabled: denied('listPublicips') === undefined })
  if (isGone(live.error)) throw live.error

  const now = live.data.p2c_vpn_gateway
  const old = addressOf(gateway)
  const chosenId = form.watch('eipId')
  const address = eips.data?.find(({ id }) => id === chosenId)?.public_ip_address ?? chosenId
  const isHalfDone = old !== undefined && now.eip === undefined

  return (
    <FormShell<EipValues>
      title={eipTitle(gateway)}
      description="The address of a gateway is what client profiles are made with."
      form={form}
      submit={({ eipId }) => send(cloudId, gateway, eipId)}
      errorFields={eipErrors}
      submitText={old === undefined ? 'Bind the EIP' : 'Exchange the EIP'}
      disabledReason={
        denied('updateP2cVgw') ??
        (old === undefined ? undefined : denied('updatePublicip')) ??
        p2cGatewayRefuses('update', now)
      }
      errorTitle={isHalfDone ? `${old} is unbound, but the new EIP was not bound` : 'The EIP was not changed'}
      cancelTo={paths.p2cGateway({ cloudId, p2cGatewayId })}
    >
      <KeyValues
        columns={2}
        items={[
          {
            label: 'EIP now',
            value: now.eip ? <EipValue eip={now.eip} what={`the EIP of ${now.name}`} /> : 'None is bound',
          },
        ]}
      />
      <EipPicker<EipValues>
        name="eipId"
        label="New EIP"
        description="A free one of this region with a bandwidth of its own. Order a new one in the EIP service, then load the list again."
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
      <Alert type={old === undefined ? 'info' : 'warning'} header="What it does">
        {exchangeWords(gateway).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Alert>
      {address !== '' && <AgreementField<EipValues> name="isAgreed" words={agreementWords(gateway, address)} />}
    </FormShell>
  )
}
