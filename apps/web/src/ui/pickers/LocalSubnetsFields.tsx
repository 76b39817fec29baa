import Multiselect from '@cloudscape-design/components/multiselect'
import { useQuery } from '@tanstack/react-query'
import { subnetList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { errorText } from '../error-words.ts'
import { Field } from '../form/Field.tsx'
import { TextareaField } from '../form/TextareaField.tsx'

type LocalSubnetsValues = { localSubnets: string[]; otherSubnets: string }

type LocalSubnetsFieldsProps = {
  vpcId: string
  ipVersion: 'ipv4' | 'ipv6'
  /** How many blocks the service takes. */
  most?: number
  description?: string
}

/** The cloud’s side of the traffic: subnets of the VPC by name, and any other blocks as text. */
export const LocalSubnetsFields = (props: LocalSubnetsFieldsProps) => {
  const { vpcId, ipVersion, most = 50, description = 'Subnets of the VPC that your sites may reach.' } = props
  const subnets = useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' })
  const options = (subnets.data ?? []).flatMap((subnet) => {
    const block = ipVersion === 'ipv6' ? subnet.cidr_v6 : subnet.cidr
    return !block ? [] : [{ value: block, label: subnet.name ?? subnet.id, description: block }]
  })
  return (
    <>
      <Field<LocalSubnetsValues>
        name="localSubnets"
        label="Local subnets"
        description={description}
        constraint={
          subnets.error ? `The subnets could not be listed: ${errorText(subnets.error)}` : `At most ${most} in all.`
        }
      >
        {({ field }) => {
          // What is chosen stays in sight even where it is not in the list.
          const chosen = Array.isArray(field.value) ? field.value : []
          return (
            <Multiselect
              ref={field.ref}
              selectedOptions={chosen.map(
                (block) => options.find(({ value }) => value === block) ?? { value: block, label: block },
              )}
              options={options}
              statusType={subnets.isLoading ? 'loading' : 'finished'}
              loadingText="Loading subnets"
              placeholder={vpcId === '' ? 'Choose the VPC first' : 'Choose subnets'}
              empty={ipVersion === 'ipv6' ? 'No subnet of the VPC has an IPv6 block.' : 'The VPC has no subnets.'}
              filteringType={options.length > 8 ? 'auto' : 'none'}
              filteringAriaLabel="Find subnets"
              deselectAriaLabel={({ label }) => `Remove ${label ?? ''}`}
              tokenLimit={6}
              enableSelectAll
              disabled={vpcId === ''}
              onBlur={field.onBlur}
              onChange={({ detail }) => field.onChange(detail.selectedOptions.map(({ value }) => value))}
            />
          )
        }}
      </Field>
      <TextareaField<LocalSubnetsValues>
        name="otherSubnets"
        label="Other local subnets"
        isOptional
        description="Blocks that are reached through this VPC, such as those of peered VPCs. One per line."
        rows={2}
        placeholder={ipVersion === 'ipv6' ? '2001:db8:1::/64' : '10.20.0.0/16'}
      />
    </>
  )
}
