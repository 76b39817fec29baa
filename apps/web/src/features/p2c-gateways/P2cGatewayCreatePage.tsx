import { ApiError } from '@vpn-console/api-client'
import { useMemo } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { subnetList } from '../../api/lists.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { followCreate } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { WizardShell } from '../../ui/form/WizardShell.tsx'
import { p2cDefaults } from './create/p2c-defaults.ts'
import { fieldOfRefusal, p2cFormSchema } from './create/p2c-form-schema.ts'
import { toCreateBody, type P2cGatewayValues } from './create/p2c-form.ts'
import { p2cSteps } from './create/p2c-steps.tsx'
import { p2cGatewayList, p2cZones } from './p2c-gateway-queries.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) => p2cDefaults(request, params['cloudId'] ?? '')

export const crumb = 'Create Point-to-Cloud gateway'

const createGateway = async (cloudId: string, values: P2cGatewayValues): Promise<string> => {
  const name = values.name.trim()
  const { id } = await createOrFind<{ id: string; name?: string | undefined }>({
    send: async () => (await call(cloudId, 'createP2cVgw', { body: toCreateBody(values) })).p2c_vpn_gateway,
    list: () => queryClient.fetchQuery({ ...p2cGatewayList(cloudId), staleTime: 0 }),
    idOf: (gateway) => gateway.id,
    nameOf: (gateway) => gateway.name ?? '',
    name,
  })
  followCreate({ cloudId, resource: 'p2c-gateway', resourceId: id, name })
  // Its addresses and EIP are taken from now on.
  void invalidate(cloudId, 'listP2cVgws', 'listPublicips', 'listSubnets')
  return paths.p2cGateway({ cloudId, p2cGatewayId: id })
}

export default function P2cGatewayCreatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const defaultValues = useLoaderData<P2cGatewayValues>()
  const draftKey = `p2c-gateway.${cloudId}`
  const schema = useMemo(
    () =>
      p2cFormSchema(({ vpcId }) => ({
        zones: queryClient.getQueryData(p2cZones(cloudId).queryKey)?.availability_zones,
        subnets: queryClient.getQueryData(subnetList(cloudId, vpcId).queryKey) ?? [],
      })),
    [cloudId],
  )
  const form = useDraftForm<P2cGatewayValues>({ draftKey, schema, defaultValues })

  return (
    <WizardShell<P2cGatewayValues>
      title="Create Point-to-Cloud gateway"
      description="Where people’s computers connect from anywhere. Its server is made when it runs."
      steps={p2cSteps}
      form={form}
      draftKey={draftKey}
      submit={(values) => createGateway(cloudId, values)}
      submitText="Create Point-to-Cloud gateway"
      disabledReason={denied('createP2cVgw')}
      errorTitle="The gateway was not created"
      errorFields={(error) => {
        const field = error instanceof ApiError ? fieldOfRefusal(error, form.getValues()) : undefined
        return field && error instanceof ApiError ? [{ field, message: error.message }] : []
      }}
      calls={(values) => [{ name: 'createP2cVgw', input: { body: toCreateBody(values) } }]}
      cancelTo={paths.p2cGateways({ cloudId })}
    />
  )
}
