import { useQuery } from '@tanstack/react-query'
import { subnetList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { EnterpriseRouterPicker } from '../../../ui/pickers/EnterpriseRouterPicker.tsx'
import { LocalSubnetsFields } from '../../../ui/pickers/LocalSubnetsFields.tsx'
import { SubnetPicker } from '../../../ui/pickers/SubnetPicker.tsx'
import { VpcPicker } from '../../../ui/pickers/VpcPicker.tsx'
import { fittingCapacity } from './gateway-capacity.ts'
import type { GatewayFormValues } from './gateway-form.ts'
import { blocksInVersion, demandOf, placeIn, roomiestSubnet } from './gateway-network.ts'
import { readRouters, readSubnets, useFill, useGatewayForm, useZones } from './use-gateway-form.ts'

const networkTypes = [
  {
    value: 'public',
    label: 'Public',
    description: 'Sites reach the gateway over the internet, at two EIPs.',
  },
  {
    value: 'private',
    label: 'Private',
    description: 'Sites reach it at two private addresses, for example over a leased line into the cloud.',
  },
]

const attachmentTypes = [
  { value: 'vpc', label: 'VPC', description: 'For the subnets of one VPC.' },
  {
    value: 'er',
    label: 'Enterprise router',
    description: 'For all that is attached to the router; it knows the subnets.',
  },
]

const ipVersions = [
  { value: 'ipv4', label: 'IPv4' },
  { value: 'ipv6', label: 'IPv6' },
]

/** How many addresses of a subnet are free, and how many the gateway takes of them. */
const useRoom = (vpcId: string, subnetId: string, taken: number | undefined): string | undefined => {
  const { data } = useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' })
  const free = data?.find(({ id }) => id === subnetId)?.available_ip_address_count
  if (taken === undefined) return undefined
  const need = `The gateway takes ${taken} of its free addresses`
  return free === undefined ? `${need}.` : `${need}; there ${free === 1 ? 'is' : 'are'} ${free}.`
}

const takenIn = (values: GatewayFormValues, path: 'connect_subnet' | 'access_subnet_id') =>
  demandOf(values).find((demand) => demand.path === path)?.count

const AccessFields = ({ values }: { values: GatewayFormValues }) => {
  const cloudId = useCloudId()
  const fill = useFill()
  const { getValues } = useGatewayForm()
  const room = useRoom(values.accessVpcId, values.accessSubnetId, takenIn(values, 'access_subnet_id'))
  const moveTo = async (vpcId: string) => {
    fill({ accessSubnetId: '' })
    const subnets = await readSubnets(cloudId, vpcId)
    // Meanwhile another one may have been chosen.
    if (getValues('accessVpcId') === vpcId) fill({ accessSubnetId: roomiestSubnet(subnets) })
  }
  return (
    <>
      <VpcPicker<GatewayFormValues> name="accessVpcId" label="Access VPC" onPick={(id) => void moveTo(id)} />
      <SubnetPicker<GatewayFormValues>
        name="accessSubnetId"
        label="Access subnet"
        vpcId={values.accessVpcId}
        constraint={room}
      />
    </>
  )
}

const VpcFields = ({ values }: { values: GatewayFormValues }) => {
  const cloudId = useCloudId()
  const fill = useFill()
  const { getValues } = useGatewayForm()
  const room = useRoom(values.vpcId, values.connectSubnetId, takenIn(values, 'connect_subnet'))
  const moveTo = async (vpcId: string) => {
    fill(placeIn(vpcId, [], values.ipVersion))
    const subnets = await readSubnets(cloudId, vpcId)
    if (getValues('vpcId') === vpcId) fill(placeIn(vpcId, subnets, getValues('ipVersion')))
  }
  return (
    <>
      <VpcPicker<GatewayFormValues> name="vpcId" label="VPC" onPick={(id) => void moveTo(id)} />
      <SubnetPicker<GatewayFormValues>
        name="connectSubnetId"
        label="Interconnection subnet"
        description="Where the gateway sits in the VPC."
        vpcId={values.vpcId}
        constraint={room}
      />
      <LocalSubnetsFields vpcId={values.vpcId} ipVersion={values.ipVersion} />
    </>
  )
}

/** Where the gateway is reached, and what it serves. */
export const NetworkStep = () => {
  const cloudId = useCloudId()
  const { watch, getValues } = useGatewayForm()
  const fill = useFill()
  const zones = useZones()
  const values = watch()
  const isOnRouter = values.attachmentType === 'er'
  const needsAccess = isOnRouter && values.networkType === 'private'

  /** After a choice of this step: what depends on it is chosen again where it no longer fits. */
  const settle = () => {
    const now = getValues()
    fill(fittingCapacity(now, zones))
    if (now.attachmentType !== 'er' || now.networkType !== 'private') return
    const { vpcId, connectSubnetId } = now
    fill({ hasOwnAccess: true, ...(now.accessVpcId === '' && { accessVpcId: vpcId, accessSubnetId: connectSubnetId }) })
  }

  const attach = async () => {
    settle()
    const routers = await readRouters(cloudId)
    const now = getValues()
    if (now.attachmentType === 'er' && now.erId === '') fill({ erId: routers[0]?.id ?? '' })
  }

  const changeVersion = async () => {
    settle()
    const { vpcId } = getValues()
    const subnets = await readSubnets(cloudId, vpcId)
    const now = getValues()
    if (now.vpcId === vpcId) fill(blocksInVersion(now, subnets, now.ipVersion))
  }

  return (
    <>
      <TilesField<GatewayFormValues>
        name="networkType"
        label="Network type"
        options={networkTypes}
        columns={2}
        onPick={settle}
      />
      <TilesField<GatewayFormValues>
        name="attachmentType"
        label="Attached to"
        options={attachmentTypes}
        columns={2}
        onPick={() => void attach()}
      />
      <RadioField<GatewayFormValues>
        name="ipVersion"
        label="IP version"
        description="Of the subnets that the tunnels connect."
        options={ipVersions}
        direction="horizontal"
        onPick={() => void changeVersion()}
      />
      {isOnRouter ? (
        <EnterpriseRouterPicker<GatewayFormValues> name="erId" label="Enterprise router" />
      ) : (
        <VpcFields values={values} />
      )}
      <CheckboxField<GatewayFormValues>
        name="hasOwnAccess"
        label={isOnRouter ? 'Name the access VPC' : 'Reach the gateway through another VPC'}
        description={
          needsAccess
            ? 'A private gateway on a router takes its addresses from there.'
            : isOnRouter
              ? 'Where the gateway itself sits. Left out, the service finds a place.'
              : 'For a gateway that is reached in one VPC and serves another.'
        }
        disabled={needsAccess}
      />
      {values.hasOwnAccess && <AccessFields values={values} />}
    </>
  )
}
