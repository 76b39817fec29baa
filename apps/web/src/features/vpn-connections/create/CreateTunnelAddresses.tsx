import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { laterWords } from '../fields/effects.ts'
import { TunnelAddressFields } from '../fields/TunnelAddressFields.tsx'
import type { ConnectionFormValues } from './connection-form.ts'
import { readdressedTunnels } from './form-changes.ts'
import { useConnectionForm } from './use-connection-form.ts'

/** The inner addresses of each tunnel, suggested so that none is in use. */
export const CreateTunnelAddresses = () => {
  const { form, values, facts, gateway, warnings, change } = useConnectionForm()
  const turn = useRef(0)
  const isPair = values.extent === 'pair'

  const suggest = () => {
    if (!gateway) return
    turn.current += 1
    change({ tunnels: readdressedTunnels(form.getValues('tunnels'), facts, gateway, turn.current) })
    form.clearErrors(['tunnels.0', 'tunnels.1'])
  }

  return (
    <FormField
      label="Tunnel addresses"
      description="The ends of each tunnel: both in one /30 block of 169.254.0.0/16, but not of 169.254.195.0/24. Left empty, the cloud chooses."
      constraintText={laterWords('tunnel_local_address')}
      stretch
    >
      <SpaceBetween size="s">
        {[0, ...(isPair ? [1] : [])].map((index) => {
          const at = index === 0 ? 0 : 1
          return (
            <TunnelAddressFields<ConnectionFormValues>
              key={at}
              localName={`tunnels.${at}.tunnel_local_address`}
              peerName={`tunnels.${at}.tunnel_peer_address`}
              suffix={isPair ? ` of tunnel ${at + 1}` : ''}
              warnings={warnings}
            />
          )
        })}
        <ActionButton disabledReason={gateway ? undefined : 'Choose a VPN gateway first.'} onClick={suggest}>
          {values.tunnels[0].tunnel_local_address === '' ? 'Suggest addresses' : 'Suggest other addresses'}
        </ActionButton>
      </SpaceBetween>
    </FormField>
  )
}
