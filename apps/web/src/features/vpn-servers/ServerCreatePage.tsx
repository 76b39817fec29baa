import { ApiError } from '@vpn-console/api-client'
import { useMemo, useRef } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { invalidate, load, useCloudId } from '../../api/operation-query.ts'
import { p2cGatewayList, serverList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { followCreate } from '../../api/tasks.ts'
import { randomUuid } from '../../api/uuid.ts'
import { paths } from '../../paths.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { WizardShell } from '../../ui/form/WizardShell.tsx'
import { caCheck } from './create/ca-check.ts'
import { fieldOfRefusal, serverFormSchema } from './create/server-form-schema.ts'
import { emptyServer, toCreateBody, type ServerFormValues } from './create/server-form.ts'
import { serverSteps } from './create/server-steps.tsx'
import { knownFacts } from './create/use-server-facts.ts'

/** The lists that the first step picks from, as far as they may be read. */
export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  const attempt = async (wanted: Promise<unknown>) => {
    try {
      await wanted
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }
  await Promise.all([attempt(load(request, p2cGatewayList(cloudId))), attempt(load(request, serverList(cloudId)))])
  return null
}

export const crumb = 'Create VPN server'

const createServer = async (cloudId: string, values: ServerFormValues, clientToken: string): Promise<string> => {
  const { gatewayId } = values
  const name = knownFacts(cloudId, values).gateway?.name ?? gatewayId
  const input = { params: { p2c_vgw_id: gatewayId }, body: toCreateBody(values) }
  const { id } = await createOrFind<{ id: string; p2c_vgw_id?: string | undefined }>({
    send: async () => (await call(cloudId, 'createVpnServer', input, { clientToken })).vpn_server,
    list: async () => queryClient.fetchQuery({ ...serverList(cloudId), staleTime: 0 }),
    idOf: (server) => server.id,
    // A server has no name; the gateway has one server.
    nameOf: ({ p2c_vgw_id }) => (p2c_vgw_id === gatewayId ? name : ''),
    name,
  })
  followCreate({ cloudId, resource: 'vpn-server', resourceId: id, name })
  void invalidate(cloudId, 'listVpnServersByProject', 'listVpnServersByVgw', 'listP2cVgws', 'showP2cVgw')
  return paths.vpnServer({ cloudId, serverId: id })
}

export default function ServerCreatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const given = useSearchParams()[0].get('gateway') ?? ''
  const draftKey = `vpn-server.${cloudId}${given === '' ? '' : `.${given}`}`
  // The same for each try, so that no try builds a second one.
  const token = useRef(randomUuid())
  const schema = useMemo(
    () =>
      serverFormSchema(
        (values) => knownFacts(cloudId, values),
        (content) => queryClient.fetchQuery(caCheck(cloudId, content)),
      ),
    [cloudId],
  )
  const form = useDraftForm<ServerFormValues>({
    draftKey,
    schema,
    defaultValues: { ...emptyServer, gatewayId: given },
  })

  return (
    <WizardShell<ServerFormValues>
      title="Create VPN server"
      description="What people’s computers connect to, over SSL VPN. A gateway carries one."
      steps={serverSteps}
      form={form}
      draftKey={draftKey}
      submit={(values) => createServer(cloudId, values, token.current)}
      submitText="Create VPN server"
      disabledReason={denied('createVpnServer')}
      errorTitle="The server was not created"
      errorFields={(error) => {
        // A refused request is changed before it is sent again, and another request needs another token.
        if (error instanceof ApiError && error.status >= 400 && error.status < 500) token.current = randomUuid()
        const found = error instanceof ApiError ? fieldOfRefusal(error, form.getValues()) : undefined
        return found ? [found] : []
      }}
      calls={(values) => [
        {
          name: 'createVpnServer',
          input: { params: { p2c_vgw_id: values.gatewayId }, body: toCreateBody(values) },
        },
      ]}
      cancelTo={given === '' ? paths.vpnServers({ cloudId }) : paths.p2cGateway({ cloudId, p2cGatewayId: given })}
    />
  )
}
