import { cloudFeatureIds, regions, type CloudAccountView } from '@vpn-console/api-client'
import { useFormContext } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { usualFeatures, type AccountValues } from './account-form.ts'

type Vendor = CloudAccountView['vendor']

const vendors: { value: Vendor; label: string; description: string }[] = [
  {
    value: 'huawei',
    label: 'Huawei Cloud',
    description: 'Site-to-Cloud and Point-to-Cloud, in the regions that offer them.',
  },
  { value: 'otc', label: 'Open Telekom Cloud', description: 'Site-to-Cloud. It has no Point-to-Cloud.' },
  { value: 'emulator', label: 'Emulator', description: 'The cloud on a machine of your own, to try things out.' },
]

/** The emulator plays any region. */
const regionsOf = (vendor: Vendor) =>
  regions
    .filter(({ cloud }) => vendor === 'emulator' || cloud === vendor)
    .map(({ id }) => ({ value: id, label: id }))
    .toSorted((a, b) => a.label.localeCompare(b.label))

// The regions are known here; there is nothing to wait for.
const known = { isPending: false, error: null, refetch: () => undefined }

/** Which cloud it is. */
export const PlaceStep = () => {
  const { watch, setValue, clearErrors } = useFormContext<AccountValues>()
  const vendor = watch('vendor')
  const moveTo = (next: string) => {
    const chosen = vendors.find(({ value }) => value === next)?.value ?? 'huawei'
    setValue('region', '', { shouldDirty: true })
    setValue('features', usualFeatures(chosen, cloudFeatureIds), { shouldDirty: true })
    clearErrors(['region', 'endpoint'])
  }
  return (
    <>
      <TilesField<AccountValues> name="vendor" label="Vendor" options={vendors} columns={3} onPick={moveTo} />
      <ObjectPicker<AccountValues>
        name="region"
        label="Region"
        description="One account of the console is one region and one project. Add another for each further one."
        many="regions"
        list={known}
        options={regionsOf(vendor)}
      />
      {vendor === 'emulator' && (
        <InputField<AccountValues>
          name="endpoint"
          label="Address"
          description="At which it listens."
          placeholder="http://127.0.0.1:9200"
          inputMode="url"
        />
      )}
      <InputField<AccountValues>
        name="name"
        label="Name"
        description="What people choose it by in the top bar. Those of the same name stand together there, each with its region."
        constraint="1 to 64 characters."
        placeholder="Production"
      />
    </>
  )
}
