import { clientMaskFor, mostP2cConnections } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { subnetList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { errorText } from '../../../ui/error-words.ts'
import { InputField } from '../../../ui/form/InputField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TagsField } from '../../../ui/form/TagsField.tsx'
import { EnterpriseProjectPicker } from '../../../ui/pickers/EnterpriseProjectPicker.tsx'
import { SubnetPicker } from '../../../ui/pickers/SubnetPicker.tsx'
import { VpcPicker } from '../../../ui/pickers/VpcPicker.tsx'
import { p2cGatewayList, p2cZones } from '../p2c-gateway-queries.ts'
import { readSubnets, roomiestSubnet } from './p2c-defaults.ts'
import { connectionsProblem } from './p2c-form-schema.ts'
import { numberOf, type P2cGatewayValues } from './p2c-form.ts'
import styles from './P2cSteps.module.css'

const useP2cForm = () => useFormContext<P2cGatewayValues>()

/** Addresses of its subnet that a gateway takes. */
const addressesTaken = 4

/** Where the gateway sits, and what its clients can be let through to. */
export const NetworkStep = () => {
  const cloudId = useCloudId()
  const { watch, getValues, setValue, clearErrors } = useP2cForm()
  const [vpcId, subnetId] = watch(['vpcId', 'connectSubnetId'])
  const { data: subnets } = useQuery({ ...subnetList(cloudId, vpcId), enabled: vpcId !== '' })
  const free = subnets?.find(({ id }) => id === subnetId)?.available_ip_address_count
  const room = `The gateway takes ${addressesTaken} of its free addresses${free === undefined ? '.' : `; there ${free === 1 ? 'is' : 'are'} ${free}.`}`

  const setSubnet = (id: string) => {
    setValue('connectSubnetId', id, { shouldDirty: true })
    clearErrors('connectSubnetId')
  }
  const moveTo = async (id: string) => {
    setSubnet('')
    const found = await readSubnets(cloudId, id)
    // Meanwhile another one may have been chosen.
    if (getValues('vpcId') === id) setSubnet(roomiestSubnet(found))
  }

  return (
    <>
      <VpcPicker<P2cGatewayValues>
        name="vpcId"
        label="VPC"
        description="What people are to reach. Its server says later which subnets."
        onPick={(id) => void moveTo(id)}
      />
      <SubnetPicker<P2cGatewayValues>
        name="connectSubnetId"
        label="Interconnection subnet"
        description="Where the gateway sits in the VPC."
        vpcId={vpcId}
        constraint={room}
      />
    </>
  )
}

/** What block the clients of so many connections will need; nothing where the number is wrong. */
export const clientBlockWords = (typed: string): string | undefined => {
  if (connectionsProblem(typed) !== undefined) return undefined
  const connections = numberOf(typed)
  const mask = clientMaskFor(connections)
  if (mask === undefined) return undefined
  return `Its server will need a client CIDR of /${mask} or larger: more than four addresses for each connection.`
}

const Zones = () => {
  const zones = useQuery(p2cZones(useCloudId()))
  const chosen = useP2cForm().watch('zones')
  const offered = zones.data?.availability_zones ?? []
  if (zones.error && !zones.data) {
    return (
      <div className={styles['note']}>
        The zones could not be read: {errorText(zones.error)} The service picks them.
      </div>
    )
  }
  const [first, second] = chosen
  if (first === undefined) {
    return <div className={styles['note']}>This region names no zones: the service picks them.</div>
  }
  const options = (other: string | undefined, which: string) =>
    offered.map((zone) => ({
      value: zone,
      label: zone,
      ...(zone === other && { disabled: true, disabledReason: `It is the ${which} zone already.` }),
    }))
  if (second === undefined) {
    return (
      <SelectField<P2cGatewayValues>
        name="zones.0"
        label="Availability zone"
        description="The only one that is offered."
        options={options(undefined, '')}
      />
    )
  }
  return (
    <div className={styles['pair']}>
      <SelectField<P2cGatewayValues>
        name="zones.0"
        label="Availability zone 1"
        description="One half of the gateway runs here,"
        options={options(second, 'second')}
      />
      <SelectField<P2cGatewayValues>
        name="zones.1"
        label="Availability zone 2"
        description="the other half here."
        options={options(first, 'first')}
      />
    </div>
  )
}

/** How many people it carries at once, and in which zones it runs. */
export const CapacityStep = () => {
  const typed = useP2cForm().watch('connections')
  return (
    <>
      <InputField<P2cGatewayValues>
        name="connections"
        label="Maximum connections"
        description="Clients that are connected at the same time; as many users can be made. It cannot be changed later."
        constraint={[`1 to ${mostP2cConnections}.`, clientBlockWords(typed)].filter(Boolean).join(' ')}
        inputMode="numeric"
      />
      <Zones />
    </>
  )
}

/** What the gateway is called, and what it is sorted by. */
export const NameStep = () => {
  const { data: gateways } = useQuery(p2cGatewayList(useCloudId()))
  const name = useP2cForm().watch('name').trim()
  const isTaken = gateways?.some((gateway) => gateway.name === name) === true
  return (
    <>
      <InputField<P2cGatewayValues>
        name="name"
        label="Name"
        constraint="1 to 64 letters, digits, underscores or hyphens."
        warning={isTaken ? `There is a gateway called ${name} already. Another name keeps them apart.` : undefined}
      />
      <EnterpriseProjectPicker<P2cGatewayValues> name="enterpriseProjectId" label="Enterprise project" />
      <TagsField<P2cGatewayValues> name="tags" />
    </>
  )
}
