import { useState } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { connectionList, customerGatewayList, gatewayList } from '../../api/lists.ts'
import { load, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { WizardShell } from '../../ui/form/WizardShell.tsx'
import { gatewayOf } from './create/connection-facts.ts'
import type { ConnectionFormValues } from './create/connection-form.ts'
import { connectionFormSchema } from './create/connection-form-schema.ts'
import { connectionSteps } from './create/connection-steps.ts'
import { createConnections } from './create/create-connections.ts'
import { createErrors } from './create/create-errors.ts'
import { defaultsFor } from './create/form-changes.ts'
import { requestPreview } from './create/request-preview.ts'
import { cachedFacts, useFacts } from './create/use-facts.ts'

/** A list that may not be read leaves the form usable: ids can be typed. */
const orNothing = (loading: Promise<unknown>) =>
  loading.catch((error: unknown) => {
    if (error instanceof Response) throw error
  })

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  await Promise.all([
    orNothing(load(request, gatewayList(cloudId))),
    orNothing(load(request, customerGatewayList(cloudId))),
    orNothing(load(request, connectionList(cloudId))),
  ])
  return null
}

export const crumb = 'Create connection'

export default function ConnectionCreatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search] = useSearchParams()
  const wanted = search.get('gateway')
  const draftKey = `vpn-connection-new.${cloudId}.${wanted ?? ''}`
  const [defaultValues] = useState(() => defaultsFor(cachedFacts(cloudId, wanted ?? ''), wanted))
  const form = useDraftForm<ConnectionFormValues>({
    draftKey,
    schema: connectionFormSchema(({ vgw_id }) => cachedFacts(cloudId, vgw_id)),
    defaultValues,
  })
  const [vgwId, extent, origin] = form.watch(['vgw_id', 'extent', 'customerGateway'])
  const facts = useFacts(vgwId)
  const isPair = extent === 'pair'

  const submit = async (values: ConnectionFormValues) => {
    const gateway = gatewayOf(cachedFacts(cloudId, values.vgw_id), values)
    // The schema has just found it; only a list that changed in this very moment has lost it.
    if (!gateway) throw new Error('The VPN gateway is not there any more.')
    const made = await createConnections(cloudId, values, gateway, {
      onCustomerGateway: (id) => {
        form.setValue('cgw_id', id)
        form.setValue('customerGateway', 'existing')
      },
      onLost: (what) => form.setValue(`unanswered.${what}`, true),
    })
    const [first] = made
    return first ? paths.vpnConnection({ cloudId, connectionId: first.id }) : paths.vpnConnections({ cloudId })
  }

  return (
    <WizardShell<ConnectionFormValues>
      title="Create connection"
      description="A tunnel, or two, from a VPN gateway to a customer device."
      steps={connectionSteps(facts)}
      form={form}
      draftKey={draftKey}
      submitText={isPair ? 'Create connection pair' : 'Create connection'}
      disabledReason={
        denied(isPair ? 'batchCreateVpnConnection' : 'createVpnConnection') ??
        (origin === 'new' ? denied('createCgw') : undefined)
      }
      errorTitle={isPair ? 'The connection pair was not created' : 'The connection was not created'}
      errorFields={(error) => createErrors(error, form.getValues())}
      calls={(values) => requestPreview(values, facts)}
      submit={submit}
      cancelTo={paths.vpnConnections({ cloudId })}
    />
  )
}
