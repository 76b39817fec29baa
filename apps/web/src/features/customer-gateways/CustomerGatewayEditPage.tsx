import type { CustomerGateway } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { CertificateField } from '../../ui/form/CertificateField.tsx'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import type { CodeRequest } from '../../ui/code/code-request.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { CaCertificate } from './CaCertificate.tsx'
import {
  customerGatewayEditForm,
  editValuesOf,
  toUpdateBody,
  type CustomerGatewayEditValues,
} from './customer-gateway-form.ts'
import { customerGateway } from './customer-gateway-queries.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, customerGateway(params['cloudId'] ?? '', params['customerGatewayId'] ?? ''))

export const crumb = 'Edit customer gateway'

const save = async (cloudId: string, gateway: CustomerGateway, values: CustomerGatewayEditValues): Promise<string> => {
  const page = paths.customerGateway({ cloudId, customerGatewayId: gateway.id })
  const body = toUpdateBody(values, gateway)
  const params = { customer_gateway_id: gateway.id }
  const answer = await call(cloudId, 'updateCgw', { params, body: { customer_gateway: body } })
  void invalidate(cloudId, 'listCgws', 'showCgw')
  showFlash({ type: 'success', content: `${answer.customer_gateway.name} was changed.` })
  return page
}

const callsOf = (gateway: CustomerGateway, values: CustomerGatewayEditValues): CodeRequest[] => {
  const body = toUpdateBody(values, gateway)
  const params = { customer_gateway_id: gateway.id }
  return Object.keys(body).length === 0
    ? []
    : [{ name: 'updateCgw', input: { params, body: { customer_gateway: body } } }]
}

/** Why nothing can be sent: a request without a change would only say so. */
const useNothingChanged = (control: Control<CustomerGatewayEditValues>, gateway: CustomerGateway) => {
  const [name, certificate] = useWatch({ control, name: ['name', 'certificate'] })
  const isChanged = Object.keys(toUpdateBody({ name, certificate }, gateway)).length > 0
  return isChanged ? undefined : 'Nothing is changed yet.'
}

const Certificate = ({ gateway }: { gateway: CustomerGateway }) => {
  const certificate = gateway.ca_certificate
  const isFixed = certificate?.is_updatable === false
  return (
    <SpaceBetween size="l">
      {certificate && <CaCertificate certificate={certificate} />}
      {isFixed ? (
        <p>
          The cloud does not let the CA certificate of {gateway.name} be replaced. Create a customer gateway with the
          new one and move the connections to it.
        </p>
      ) : (
        <CertificateField<CustomerGatewayEditValues>
          name="certificate"
          label={certificate ? 'New CA certificate' : 'CA certificate'}
          description={
            certificate
              ? 'Takes the place of the one above.'
              : 'Needed for connections with SM algorithms on a GM gateway; all others use a pre-shared key.'
          }
          constraint="PEM text of at most 8,192 characters"
          isOptional
        />
      )}
    </SpaceBetween>
  )
}

export default function CustomerGatewayEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { customerGatewayId = '' } = useParams()
  const { data } = useLive(customerGateway(cloudId, customerGatewayId), () => false)
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [gateway] = useState(data.customer_gateway)
  const draftKey = `customer-gateway.${gateway.id}`
  const form = useDraftForm({ draftKey, schema: customerGatewayEditForm, defaultValues: editValuesOf(gateway) })
  const nothingChanged = useNothingChanged(form.control, gateway)

  return (
    <FormShell
      title={`Edit ${gateway.name}`}
      description="Address and ASN of a customer gateway are fixed: for others, create another one."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, gateway, values)}
      errorFields={(error) =>
        fieldErrors<CustomerGatewayEditValues>(error, {
          'customer_gateway.name': 'name',
          'customer_gateway.ca_certificate': 'certificate',
        })
      }
      submitText={`Save ${gateway.name}`}
      disabledReason={denied('updateCgw') ?? nothingChanged}
      errorTitle={`${gateway.name} was not changed`}
      cancelTo={paths.customerGateway({ cloudId, customerGatewayId: gateway.id })}
      calls={(values) => callsOf(gateway, values)}
    >
      <InputField<CustomerGatewayEditValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores, hyphens or periods"
      />
      <Certificate gateway={gateway} />
    </FormShell>
  )
}
