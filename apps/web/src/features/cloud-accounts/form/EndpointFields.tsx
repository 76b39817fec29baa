import { endpointsOf, services, type Service } from '@vpn-console/api-client'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useFormContext, type FieldPath } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import type { SettingsValues } from './account-form.ts'

const serviceWords: Record<Service, string> = {
  vpn: 'VPN',
  vpc: 'VPC',
  eip: 'EIP',
  er: 'Enterprise router',
  scm: 'Certificates (SCM)',
  lts: 'Logs (LTS)',
  ces: 'Metrics (CES)',
  iam: 'IAM',
  eps: 'Enterprise projects (EPS)',
}

type EndpointFieldsProps = {
  region: string
  /** The one address for all services is asked for elsewhere. */
  hasOwnAddress?: boolean
}

/** Other addresses than the usual ones: for private clouds and proxies, so they are folded away. */
export const EndpointFields = ({ region, hasOwnAddress = false }: EndpointFieldsProps) => {
  const { formState, getValues } = useFormContext<SettingsValues>()
  const [isOpen, setOpen] = useState(() => {
    const { endpoint, endpoints, domainId } = getValues()
    return (!hasOwnAddress && endpoint !== '') || domainId !== '' || Object.values(endpoints).some((url) => url !== '')
  })
  const { errors } = formState
  const hasErrors = Boolean(errors.domainId ?? errors.endpoints ?? (hasOwnAddress ? undefined : errors.endpoint))
  const usual = endpointsOf(region)
  return (
    <ExpandableSection
      headerText="Other addresses and ids"
      headerDescription="Only for a cloud behind a proxy, or a region that the console does not know."
      expanded={isOpen || hasErrors}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <SpaceBetween size="m">
        <InputField<SettingsValues>
          name="domainId"
          label="Account id"
          description="Only where lists for the whole account are refused without it."
          isOptional
        />
        {!hasOwnAddress && (
          <InputField<SettingsValues>
            name="endpoint"
            label="One address for all services"
            description="An address in a private network is taken only where the console is set to allow that."
            inputMode="url"
            isOptional
          />
        )}
        {services.map((service) => (
          <InputField<SettingsValues>
            key={service}
            // The form has a field for each service.
            name={`endpoints.${service}` as FieldPath<SettingsValues>}
            label={serviceWords[service]}
            placeholder={usual[service]}
            inputMode="url"
            isOptional
          />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  )
}
