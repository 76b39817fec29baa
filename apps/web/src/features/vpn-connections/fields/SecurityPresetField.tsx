import FormField from '@cloudscape-design/components/form-field'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { SecurityFormValues } from './security-form.ts'
import { presetOf, withPreset } from './security-presets.ts'

const options = [
  {
    value: 'recommended',
    label: 'Recommended',
    description: 'IKEv2, AES-256-GCM, SHA2-384, DH group 20. Strong, and quick on devices of today.',
  },
  {
    value: 'compatible',
    label: 'Compatible with old devices',
    description: 'IKEv2, AES-256-CBC, SHA2-256, DH group 14. What nearly every device knows.',
  },
  { value: 'custom', label: 'Custom', description: 'Each algorithm as the customer device needs it.' },
]

/** Puts a whole set of algorithms into a form that has `ikepolicy` and `ipsecpolicy`. */
export const SecurityPresetField = () => {
  const { control, getValues, setValue } = useFormContext<SecurityFormValues>()
  const [ikepolicy, ipsecpolicy] = useWatch({ control, name: ['ikepolicy', 'ipsecpolicy'] })
  // Whoever chooses "Custom" has not changed anything yet; the choice must show all the same.
  const [isCustom, setCustom] = useState(false)
  const value = isCustom ? 'custom' : presetOf({ ikepolicy, ipsecpolicy })

  const choose = (chosen: string) => {
    setCustom(chosen === 'custom')
    if (chosen !== 'recommended' && chosen !== 'compatible') return
    const next = withPreset({ ikepolicy: getValues('ikepolicy'), ipsecpolicy: getValues('ipsecpolicy') }, chosen)
    setValue('ikepolicy', next.ikepolicy, { shouldDirty: true, shouldValidate: true })
    setValue('ipsecpolicy', next.ipsecpolicy, { shouldDirty: true, shouldValidate: true })
  }

  return (
    <FormField label="Algorithms" description="Both ends need the same." stretch>
      <Tiles value={value} items={options} columns={3} onChange={({ detail }) => choose(detail.value)} />
    </FormField>
  )
}
