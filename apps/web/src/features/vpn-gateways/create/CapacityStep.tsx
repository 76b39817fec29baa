import { flavors, type Flavor } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { gatewayList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { errorText } from '../../../ui/error-words.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { Abilities } from '../Abilities.tsx'
import styles from './CapacityStep.module.css'
import { defaultZones, fittingBandwidth, specifications, zonesFor } from './gateway-capacity.ts'
import type { GatewayFormValues } from './gateway-form.ts'
import { zoneMatrix } from '../gateway-queries.ts'
import { useFill, useGatewayForm, useZones } from './use-gateway-form.ts'

const isFlavor = (value: string): value is Flavor => flavors.some((flavor) => flavor === value)

const ZoneFields = ({ values, eligible }: { values: GatewayFormValues; eligible: readonly string[] }) => {
  const [first, second] = values.zones
  if (first === undefined) return null
  const options = (other: string | undefined, which: string) =>
    eligible.map((zone) => ({
      value: zone,
      label: zone,
      ...(zone === other && { disabled: true, disabledReason: `It is the ${which} zone already.` }),
    }))
  if (second === undefined) {
    return (
      <SelectField<GatewayFormValues>
        name="zones.0"
        label="Availability zone"
        description="The only one that offers this specification."
        options={options(undefined, '')}
      />
    )
  }
  return (
    <div className={styles['zones']}>
      <SelectField<GatewayFormValues>
        name="zones.0"
        label="Availability zone 1"
        description="One half of the gateway runs here,"
        options={options(second, 'second')}
      />
      <SelectField<GatewayFormValues>
        name="zones.1"
        label="Availability zone 2"
        description="the other half here."
        options={options(first, 'first')}
      />
    </div>
  )
}

/** How much the gateway can carry, and in which zones it runs. */
export const CapacityStep = () => {
  const cloudId = useCloudId()
  const matrix = useQuery(zoneMatrix(cloudId))
  const { data: gateways } = useQuery(gatewayList(cloudId))
  const { watch, getValues } = useGatewayForm()
  const zones = useZones()
  const fill = useFill()
  const values = watch()

  const change = (flavor: string) => {
    if (!isFlavor(flavor)) return
    const now = getValues()
    fill({
      zones: defaultZones(now, flavor, zones),
      eip1: { ...now.eip1, bandwidthSize: fittingBandwidth(now.eip1.bandwidthSize, flavor) },
      eip2: { ...now.eip2, bandwidthSize: fittingBandwidth(now.eip2.bandwidthSize, flavor) },
    })
  }

  return (
    <>
      <TilesField<GatewayFormValues>
        name="flavor"
        label="Specification"
        description="What the gateway can do at most. Between ordinary sizes it can be changed later."
        options={specifications(values, zones, gateways ?? []).map((specification) => ({
          value: specification.flavor,
          label: specification.flavor,
          description: <Abilities {...specification} />,
          disabled: specification.refusal !== undefined,
        }))}
        columns={3}
        onPick={change}
      />
      {matrix.error ? (
        <div className={styles['note']}>
          The zones could not be read: {errorText(matrix.error)} The service picks them, and may refuse the
          specification.
        </div>
      ) : (
        <ZoneFields values={values} eligible={zonesFor(values, values.flavor, zones) ?? []} />
      )}
    </>
  )
}
