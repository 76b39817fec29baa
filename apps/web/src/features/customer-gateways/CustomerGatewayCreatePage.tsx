import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { customerGatewayList } from '../../api/lists.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { randomBytes } from '../../ui/random-bytes.ts'
import { showFlash } from '../../ui/flashes.ts'
import { CertificateField } from '../../ui/form/CertificateField.tsx'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { RadioField } from '../../ui/form/RadioField.tsx'
import { TagsField } from '../../ui/form/TagsField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import {
  customerGatewayForm,
  emptyCustomerGateway,
  requestFields,
  toCreateBody,
  type CustomerGatewayFormValues,
} from './customer-gateway-form.ts'
import { quotas } from './customer-gateway-queries.ts'
import { customerGatewayQuota, quotaReason, quotaText } from './quota-words.ts'

export const crumb = 'Create customer gateway'

const draftKey = 'customer-gateway'

const create = async (cloudId: string, values: CustomerGatewayFormValues): Promise<string> => {
  const body = toCreateBody(values)
  const { id, name } = await createOrFind({
    send: async () => (await call(cloudId, 'createCgw', { body: { customer_gateway: body } })).customer_gateway,
    list: () => queryClient.fetchQuery({ ...customerGatewayList(cloudId), staleTime: 0 }),
    idOf: (gateway) => gateway.id,
    nameOf: (gateway) => gateway.name,
    name: body.name ?? '',
  })
  void invalidate(cloudId, 'listCgws', 'showQuotasInfo')
  showFlash({ type: 'success', content: `${name} was created.` })
  return paths.customerGateway({ cloudId, customerGatewayId: id })
}

const Identifier = () => {
  const idType = useWatch<CustomerGatewayFormValues, 'idType'>({ name: 'idType' })
  if (idType === 'fqdn') {
    return (
      <InputField<CustomerGatewayFormValues>
        name="fqdn"
        label="FQDN"
        description="The name that the device calls itself by, for a device without a fixed address."
        constraint={String.raw`1 to 128 characters, no spaces and none of & < > [ ] \ ?`}
        placeholder="lyon.example.com"
      />
    )
  }
  return (
    <SpaceBetween size="l">
      <InputField<CustomerGatewayFormValues>
        name="ipAddress"
        label="IP address"
        description="The address that the device’s packets come from: the one outside, where there is NAT in front of it."
        constraint="An IPv4 address, for example 192.0.2.10"
        placeholder="192.0.2.10"
      />
      <InputField<CustomerGatewayFormValues>
        name="asn"
        label="BGP ASN"
        description="Needed for connections in BGP mode. It differs from the ASN of the VPN gateway."
        constraint="A whole number from 1 to 4294967295"
        inputMode="numeric"
        placeholder="65010"
        isOptional
      />
    </SpaceBetween>
  )
}

const idTypes = [
  { value: 'ip', label: 'IP address', description: 'The device has a fixed address.' },
  {
    value: 'fqdn',
    label: 'FQDN',
    description: 'The device is known by name. For gateways with a NonFixedIP specification.',
  },
]

export default function CustomerGatewayCreatePage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [defaultValues] = useState(() => emptyCustomerGateway(randomBytes))
  const form = useDraftForm({ draftKey, schema: customerGatewayForm, defaultValues })
  const { data } = useQuery(quotas(cloudId))
  const quota = data && customerGatewayQuota(data)

  return (
    <FormShell
      title="Create customer gateway"
      description={
        <>
          It describes your device at the other end of a tunnel.
          {quota && ` Quota: ${quotaText(quota)}.`}
        </>
      }
      form={form}
      draftKey={draftKey}
      submit={(values) => create(cloudId, values)}
      errorFields={(error) => requestFields(error, form.getValues('idType'))}
      submitText="Create customer gateway"
      disabledReason={denied('createCgw') ?? quotaReason(quota)}
      errorTitle="The customer gateway was not created"
      cancelTo={paths.customerGateways({ cloudId })}
      calls={(values) => [{ name: 'createCgw', input: { body: { customer_gateway: toCreateBody(values) } } }]}
    >
      <InputField<CustomerGatewayFormValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores, hyphens or periods"
      />
      <RadioField<CustomerGatewayFormValues> name="idType" label="Identified by" options={idTypes} />
      <Identifier />
      <CertificateField<CustomerGatewayFormValues>
        name="certificate"
        label="CA certificate"
        description="Needed for connections with SM algorithms on a GM gateway; all others use a pre-shared key."
        constraint="PEM text of at most 8,192 characters"
        isOptional
      />
      <TagsField<CustomerGatewayFormValues> name="tags" />
    </FormShell>
  )
}
