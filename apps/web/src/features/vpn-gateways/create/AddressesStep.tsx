import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import styles from './AddressesStep.module.css'
import { EipFields } from './EipFields.tsx'
import { slotNames } from '../gateway-detail-words.ts'
import type { GatewayFormValues } from './gateway-form.ts'
import { HaModePicture } from '../HaModePicture.tsx'
import { useGatewayForm } from './use-gateway-form.ts'

const haModes = [
  {
    value: 'active-active',
    label: 'Active-active',
    description: 'Both tunnels of a pair carry traffic.',
    image: <HaModePicture mode="active-active" />,
  },
  {
    value: 'active-standby',
    label: 'Active-standby',
    description: 'The second takes over when the first fails.',
    image: <HaModePicture mode="active-standby" />,
  },
]

const privateChoices = [
  { value: 'automatic', label: 'Automatic', description: 'The service takes two free addresses of the subnet.' },
  { value: 'chosen', label: 'Chosen', description: 'Two free addresses that you name.' },
]

/** Where the two tunnels of a pair end. */
export const AddressesStep = () => {
  const values = useGatewayForm().watch()
  const [first, second] = slotNames({ network_type: values.networkType, ha_mode: values.haMode })
  return (
    <>
      <TilesField<GatewayFormValues> name="haMode" label="HA mode" options={haModes} columns={2} />
      {values.networkType === 'public' ? (
        <div className={styles['pair']}>
          <EipFields slot="eip1" title={first} />
          <EipFields slot="eip2" title={second} />
        </div>
      ) : (
        <>
          <RadioField<GatewayFormValues> name="privateAddresses" label="Private addresses" options={privateChoices} />
          {values.privateAddresses === 'chosen' && (
            <div className={styles['pair']}>
              <InputField<GatewayFormValues> name="privateIp1" label={first} placeholder="192.168.0.10" />
              <InputField<GatewayFormValues> name="privateIp2" label={second} placeholder="192.168.0.11" />
            </div>
          )}
        </>
      )}
    </>
  )
}
