import { bandwidthLimit, gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { followTask } from '../../../api/tasks.ts'
import { paths } from '../../../paths.ts'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import { FormShell } from '../../../ui/form/FormShell.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { Abilities } from '../Abilities.tsx'
import { AffectedConnections } from '../AffectedConnections.tsx'
import { AgreementField } from '../../../ui/form/AgreementField.tsx'
import { connectionsOf, purposeOf } from '../create/gateway-capacity.ts'
import { isGone } from '../../../api/gone.ts'
import { gateway as gatewayQuery, gatewayList, gatewayPollInterval } from '../gateway-queries.ts'
import { specificationSchema, type SpecificationValues } from './specification-form.ts'
import {
  agreementWords,
  bandwidthWords,
  offeredFlavors,
  orderable,
  otherFlavors,
  specificationRefusal,
  widerEips,
} from './specification-words.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['gatewayId'] ?? ''))

export const crumb = function SpecificationCrumb() {
  const { gatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return `Specification of ${data?.vpn_gateway.name ?? 'a VPN gateway'}`
}

const send = async (cloudId: string, { id, name }: VpnGateway, values: SpecificationValues): Promise<string> => {
  const flavor = orderable(values.flavor)
  // The form's schema has refused it before.
  if (flavor === undefined) throw new Error(`${values.flavor} cannot be sent.`)
  const input = { params: { vgw_id: id }, body: { vpn_gateway: { flavor } } }
  await call(cloudId, 'updatePostpaidVgwSpecification', input)
  followTask({ cloudId, kind: 'update', resource: 'vpn-gateway', resourceId: id, name })
  void invalidate(cloudId, 'listVgws', 'showVgw')
  return paths.vpnGateway({ cloudId, gatewayId: id })
}

const Meaning = ({ gateway, flavor }: { gateway: VpnGateway; flavor: string }) => (
  <Alert type={widerEips(gateway, flavor).length > 0 ? 'warning' : 'info'} header={`What ${flavor} means`}>
    {bandwidthWords(gateway, flavor).map((sentence) => (
      <div key={sentence}>{sentence}</div>
    ))}
    <div>
      The gateway takes no other change meanwhile. The service does not promise that its tunnels stay up: do it when an
      interruption does no harm.
    </div>
  </Alert>
)

export default function SpecificationPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { gatewayId = '' } = useParams()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  const { data: gateways } = useQuery(gatewayList(cloudId))
  // What the form began with: after the change the present specification is another one.
  const [gateway] = useState(live.data.vpn_gateway)
  const [schema] = useState(() => specificationSchema(gateway))
  const form = useDraftForm<SpecificationValues>({ schema, defaultValues: { flavor: gateway.flavor, isAgreed: false } })
  if (isGone(live.error)) throw live.error

  const now = live.data.vpn_gateway
  const { name } = gateway
  const chosen = form.watch('flavor')
  const abilities = (flavor: string) => (
    <Abilities
      use={purposeOf(flavor)}
      bandwidth={bandwidthLimit(flavor)}
      connections={connectionsOf(flavor, gateways ?? [])}
    />
  )
  const isOther = chosen !== gateway.flavor
  const others = otherFlavors(gateway)
  const refusal = specificationRefusal(gateway)

  return (
    <FormShell<SpecificationValues>
      title={`Change the specification of ${name}`}
      description="For gateways that are paid per use. One that was ordered by year or month is changed by an order in the cloud’s billing; the cloud refuses it here and says so."
      form={form}
      submit={(values) => send(cloudId, gateway, values)}
      errorFields={(error) =>
        fieldErrors<SpecificationValues>(error, { 'vpn_gateway.flavor': 'flavor' }, { 'VPN.0550': 'flavor' })
      }
      submitText={isOther && orderable(chosen) ? `Change ${name} to ${chosen}` : 'Change the specification'}
      disabledReason={
        denied('updatePostpaidVgwSpecification') ??
        gatewayRefuses('changeSpecification', now) ??
        refusal ??
        (isOther ? undefined : 'Choose another specification first.')
      }
      errorTitle={`${name} was not changed`}
      cancelTo={paths.vpnGateway({ cloudId, gatewayId })}
    >
      <TilesField<SpecificationValues>
        name="flavor"
        label="Specification"
        description={refusal ?? 'What the cloud offers for this gateway, beside what it has now.'}
        columns={3}
        onPick={() => form.setValue('isAgreed', false)}
        options={[
          {
            value: gateway.flavor,
            label: `${gateway.flavor} (now)`,
            description: abilities(gateway.flavor),
          },
          ...offeredFlavors(gateway).map((flavor) => ({
            value: flavor,
            label: flavor,
            description: orderable(flavor) ? abilities(flavor) : 'Newer than this console: it cannot be chosen here.',
            disabled: orderable(flavor) === undefined,
          })),
        ]}
      />
      {others.length > 0 && (
        <Box color="text-body-secondary" fontSize="body-s">
          Not offered for {name}: {others.join(', ')}. For one of these, create another gateway.
        </Box>
      )}
      {isOther && <Meaning gateway={gateway} flavor={chosen} />}
      <AffectedConnections
        gateway={gateway}
        title="Connections on this gateway"
        none={`Nothing connects to ${name}, so nothing is interrupted.`}
      />
      {isOther && <AgreementField<SpecificationValues> name="isAgreed" words={agreementWords(gateway, chosen)} />}
    </FormShell>
  )
}
