import type { CustomerGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { blocksOf } from '../fields/block-lines.ts'
import { effectWords } from '../fields/effects.ts'
import { IkeFields } from '../fields/IkeFields.tsx'
import { IpsecFields } from '../fields/IpsecFields.tsx'
import { PeerSubnetsField } from '../fields/PeerSubnetsField.tsx'
import { PolicyRulesEditor } from '../fields/PolicyRulesEditor.tsx'
import { PreSharedKeyField } from '../fields/PreSharedKeyField.tsx'
import { TunnelAddressFields } from '../fields/TunnelAddressFields.tsx'
import { peerIdAfter, type ConnectionEditValues, type EditScope, type EndAddresses } from './edit-form.ts'
import type { EditFacts } from './edit-problems.ts'

type CustomerGatewayList = { isPending: boolean; error: Error | null; refetch: () => unknown }

type EditFieldsProps = { facts: EditFacts; scope: EditScope; ends: EndAddresses; customerGateways: CustomerGatewayList }

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <SpaceBetween size="m">
      <Header variant="h2">{title}</Header>
      {children}
    </SpaceBetween>
  </section>
)

const withChange = effectWords('peer_subnets', '')

/** A hint for several fields at once. */
const Note = ({ children }: { children: string }) => (
  <Box fontSize="body-s" color="text-body-secondary">
    {children}
  </Box>
)

const choiceOf = ({ id, name, id_value, bgp_asn }: CustomerGateway) => ({
  value: id,
  label: name,
  description: [id_value, bgp_asn === undefined ? '' : `ASN ${bgp_asn}`].filter(Boolean).join(' · '),
})

const Ends = ({ facts, customerGateways }: Pick<EditFieldsProps, 'facts' | 'customerGateways'>) => {
  const { getValues, setValue } = useFormContext<ConnectionEditValues>()
  const find = (id: string) => facts.customerGateways.find((one) => one.id === id)

  // The form still has the one from before when another is picked.
  const follow = (from: string, to: string) => {
    const ike = getValues('ikepolicy')
    const { type, id } = peerIdAfter(ike, find(from), find(to))
    setValue('ikepolicy.peer_id_type', type, { shouldDirty: true })
    setValue('ikepolicy.peer_id', id, { shouldDirty: true })
  }

  return (
    <Section title="Name and customer gateway">
      <InputField<ConnectionEditValues>
        name="name"
        label="Name"
        constraint={`1 to 64 letters, digits, underscores, hyphens or periods. ${effectWords('name', '')}`}
      />
      <CustomerGatewayPicker facts={facts} list={customerGateways} onChange={follow} />
    </Section>
  )
}

type CustomerGatewayPickerProps = {
  facts: EditFacts
  list: CustomerGatewayList
  onChange: (from: string, to: string) => void
}

const CustomerGatewayPicker = ({ facts, list, onChange }: CustomerGatewayPickerProps) => {
  const { watch } = useFormContext<ConnectionEditValues>()
  const current = watch('cgw_id')
  return (
    <ObjectPicker<ConnectionEditValues>
      name="cgw_id"
      label="Customer gateway"
      description="The customer device as the cloud knows it. A peer ID that is the address of the old one becomes that of the new one."
      constraint={withChange}
      many="customer gateways"
      list={list}
      options={facts.customerGateways.map(choiceOf).toSorted((a, b) => a.label.localeCompare(b.label))}
      onPick={(picked) => onChange(current, picked)}
    />
  )
}

const Traffic = ({ facts, scope }: Pick<EditFieldsProps, 'facts' | 'scope'>) => {
  const { watch } = useFormContext<ConnectionEditValues>()
  const { gateway } = facts
  const { isIpv6 } = scope
  return (
    <Section title="Traffic">
      {scope.hasPeerSubnets && (
        <PeerSubnetsField<ConnectionEditValues> name="peer_subnets" isIpv6={isIpv6} effect={withChange} />
      )}
      {scope.hasPolicyRules && (
        <>
          <PolicyRulesEditor
            isIpv6={isIpv6}
            localSubnets={(isIpv6 ? gateway?.local_subnets_v6 : gateway?.local_subnets) ?? []}
            peerSubnets={blocksOf(watch('peer_subnets'))}
          />
          <Note>{withChange}</Note>
        </>
      )}
      {scope.hasTunnelAddresses && (
        <>
          <TunnelAddressFields<ConnectionEditValues> localName="tunnel_local_address" peerName="tunnel_peer_address" />
          <Note>{withChange}</Note>
        </>
      )}
      {facts.connection.style === 'STATIC' && (
        <Note>{`Probing the tunnel (NQA) is ${facts.connection.enable_nqa ? 'on' : 'off'}. ${effectWords('enable_nqa', '')}`}</Note>
      )}
      {scope.hasHub && (
        <CheckboxField<ConnectionEditValues>
          name="enable_hub"
          label="Branch interconnection"
          description={`The gateway passes on the routes it learns here to its other BGP connections, so that branches reach each other through it. ${withChange}`}
        />
      )}
    </Section>
  )
}

/** The settings that a connection of this mode has, each with when a change of it acts. */
export const EditFields = ({ facts, scope, ends, customerGateways }: EditFieldsProps) => {
  const { watch } = useFormContext<ConnectionEditValues>()
  const { isGm } = scope
  const hasTraffic = scope.hasPeerSubnets || scope.hasPolicyRules || scope.hasTunnelAddresses || scope.hasHub
  return (
    <SpaceBetween size="xl">
      <Ends facts={facts} customerGateways={customerGateways} />
      {hasTraffic && <Traffic facts={facts} scope={scope} />}
      {!isGm && (
        <Section title="Pre-shared key">
          <PreSharedKeyField<ConnectionEditValues>
            name="psk"
            label="New pre-shared key"
            description="The key in use cannot be shown. Leave this empty to keep it; set a new one on both ends where you are in doubt."
            constraint={effectWords('psk', watch('ikepolicy.ike_version'))}
            isOptional
          />
        </Section>
      )}
      <Section title="IKE (phase 1)">
        <IkeFields isGm={isGm} isExisting localAddress={ends.local} peerAddress={ends.peer} />
      </Section>
      <Section title="IPsec (phase 2)">
        <IpsecFields isGm={isGm} isExisting />
      </Section>
    </SpaceBetween>
  )
}
