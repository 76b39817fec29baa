import { useQuery } from '@tanstack/react-query'
import { gatewayList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TagsField } from '../../../ui/form/TagsField.tsx'
import { EnterpriseProjectPicker } from '../../../ui/pickers/EnterpriseProjectPicker.tsx'
import type { GatewayFormValues } from './gateway-form.ts'
import { useGatewayForm } from './use-gateway-form.ts'

/** What the gateway is called, and what it is sorted by. */
export const NameStep = () => {
  const { data: gateways } = useQuery(gatewayList(useCloudId()))
  const name = useGatewayForm().watch('name').trim()
  const isTaken = gateways?.some((gateway) => gateway.name === name) === true
  return (
    <>
      <InputField<GatewayFormValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores, hyphens or periods."
        warning={isTaken ? `There is a gateway called ${name} already. Another name keeps them apart.` : undefined}
      />
      <InputField<GatewayFormValues>
        name="bgpAsn"
        label="BGP ASN"
        description="The number of the cloud's side in BGP. Your devices need other ones."
        constraint="1 to 4294967295."
        inputMode="numeric"
      />
      <EnterpriseProjectPicker<GatewayFormValues> name="enterpriseProjectId" label="Enterprise project" />
      <TagsField<GatewayFormValues> name="tags" />
    </>
  )
}
