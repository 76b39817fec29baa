import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { IkeFields } from '../fields/IkeFields.tsx'
import { IpsecFields } from '../fields/IpsecFields.tsx'
import { SecurityPresetField } from '../fields/SecurityPresetField.tsx'
import { peerOf } from './connection-facts.ts'
import { chosenIps, shownIp } from './connection-form.ts'
import { KeyFields } from './KeyFields.tsx'
import { useConnectionForm } from './use-connection-form.ts'

/** Step 3: how the ends know each other, and how they encrypt. */
export const SecurityStep = () => {
  const { form, values, facts, gateway } = useConnectionForm()
  const { errors } = useFormState({ control: form.control, name: ['ikepolicy', 'ipsecpolicy'] })
  const [tab, setTab] = useState('ike')
  const hidden = tab === 'ike' ? errors.ipsecpolicy : errors.ikepolicy
  const shown = tab === 'ike' ? errors.ikepolicy : errors.ipsecpolicy
  const isOutOfSight = hidden !== undefined && shown === undefined
  const [wasOutOfSight, setOutOfSight] = useState(false)

  // An error on the tab that is not shown would keep "Next" from working without a reason in sight.
  if (isOutOfSight !== wasOutOfSight) {
    setOutOfSight(isOutOfSight)
    if (isOutOfSight) setTab(tab === 'ike' ? 'ipsec' : 'ike')
  }

  const isGm = gateway?.flavor === 'GM'
  const addresses = gateway ? chosenIps(values, gateway).map((ip) => shownIp(gateway, ip)) : []
  return (
    <SpaceBetween size="l">
      <KeyFields
        isGm={isGm}
        isPair={values.extent === 'pair'}
        isSameKey={values.isSameKey}
        ikeVersion={values.ikepolicy.ike_version}
      />
      {!isGm && <SecurityPresetField />}
      <Tabs
        ariaLabel="Policies"
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          {
            id: 'ike',
            label: 'IKE',
            content: (
              <IkeFields
                isGm={isGm}
                localAddress={addresses.join(' or ') || undefined}
                peerAddress={peerOf(facts, values).address || undefined}
              />
            ),
          },
          { id: 'ipsec', label: 'IPsec', content: <IpsecFields isGm={isGm} /> },
        ]}
      />
    </SpaceBetween>
  )
}
