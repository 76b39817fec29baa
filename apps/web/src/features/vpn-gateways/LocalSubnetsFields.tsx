import Multiselect from '@cloudscape-design/components/multiselect'
import { useQuery } from '@tanstack/react-query'
import { subnetList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { errorText } from '../../ui/error-words.ts'
import { Field } from '../../ui/form/Field.tsx'
import { TextareaField } from '../../ui/form/TextareaField.tsx'
import { blockOf } from './create/gateway-network.ts'

type LocalSubnetsValues = { localSubnets: string[]; otherSubnets: string }

/** The cloud’s side of the traffic: subnets of the VPC by name, and any other blocks as text. */
export const LocalSubnetsFields = ({ vpcId, ipVersion }: { vpcId: string; ipVersion: 'ipv4' | 'ipv6' }) => {
  const subnets = useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' })
  const options = (subnets.data ?? []).flatMap((subnet) => {
    const block = blockOf(subnet, ipVersion)
    return block === undefined ? [] : [{ value: block, label: subnet.name ?? subnet.id, description: block }]
  })
  return (
    <>
      <Field<LocalSubnetsValues>
        name="localSubnets"
        label="Local subnets"
        description="Subnets of the VPC that your sites may reach."
        constraint={
          subnets.error ? `The subnets could not be listed: ${errorText(subnets.error)}` : 'At most 50 in all.'
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
