import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { followCreate } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { WizardShell } from '../../ui/form/WizardShell.tsx'
import { gatewayDefaults } from './create/gateway-defaults.ts'
import { fieldOfRefusal, gatewayFormSchema } from './create/gateway-form-schema.ts'
import { toCreateBody, type GatewayFormValues } from './create/gateway-form.ts'
import { quotas, zoneMatrix } from './gateway-queries.ts'
import { gatewayQuota } from './create/gateway-quota.ts'
import { gatewaySteps } from './create/gateway-steps.tsx'
import { knownSubnets } from './create/use-gateway-form.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  gatewayDefaults(request, params['cloudId'] ?? '')

export const crumb = 'Create VPN gateway'

const createGateway = async (cloudId: string, values: GatewayFormValues): Promise<string> => {
  const { id, name } = await createOrFind({
    send: async () => (await call(cloudId, 'createVgw', { body: toCreateBody(values) })).vpn_gateway,
    list: async () => (await call(cloudId, 'listVgws', {})).vpn_gateways,
    idOf: (gateway) => gateway.id,
    nameOf: (gateway) => gateway.name,
    name: values.name.trim(),
  })
  followCreate({ cloudId, resource: 'vpn-gateway', resourceId: id, name })
  // Its addresses, EIPs and place in the quota are taken from now on.
  void invalidate(cloudId, 'listVgws', 'showQuotasInfo', 'listPublicips', 'listSubnets')
  return paths.vpnGateway({ cloudId, gatewayId: id })
}

const Quota = ({ cloudId }: { cloudId: string }) => {
  const quota = gatewayQuota(useQuery(quotas(cloudId)).data?.quotas.resources)
  if (quota?.refusal !== undefined) return <Alert type="warning">{quota.refusal}</Alert>
  return (
    <>
      The cloud’s end of your tunnels, with two addresses.
      {quota && ` ${quota.used} of ${quota.quota} gateways of this account are in use.`}
    </>
  )
}

export default function GatewayCreatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const defaultValues = useLoaderData<GatewayFormValues>()
  const quota = gatewayQuota(useQuery(quotas(cloudId)).data?.quotas.resources)
  const draftKey = `vpn-gateway.${cloudId}`
  const schema = useMemo(
    () =>
      gatewayFormSchema(({ vpcId, accessVpcId }) => ({
        zones: queryClient.getQueryData(zoneMatrix(cloudId).queryKey)?.availability_zones,
        subnets: knownSubnets(cloudId, [vpcId, accessVpcId]),
      })),
    [cloudId],
  )
  const form = useDraftForm<GatewayFormValues>({ draftKey, schema, defaultValues })

  return (
    <WizardShell<GatewayFormValues>
      title="Create VPN gateway"
      description={<Quota cloudId={cloudId} />}
      steps={gatewaySteps}
      form={form}
      draftKey={draftKey}
      submit={(values) => createGateway(cloudId, values)}
      submitText="Create VPN gateway"
      disabledReason={denied('createVgw') ?? quota?.refusal}
      errorTitle="The gateway was not created"
      errorFields={(error) => {
        const field = error instanceof ApiError ? fieldOfRefusal(error, form.getValues()) : undefined
        return field && error instanceof ApiError ? [{ field, message: error.message }] : []
      }}
      calls={(values) => [{ name: 'createVgw', input: { body: toCreateBody(values) } }]}
      cancelTo={paths.vpnGateways({ cloudId })}
    />
  )
}
