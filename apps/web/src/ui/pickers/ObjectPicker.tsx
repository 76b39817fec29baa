import { ApiError } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { errorText } from '../error-words.ts'
import { Field, type FieldProps } from '../form/Field.tsx'
import type { Choice } from '../form/SelectField.tsx'
import styles from './ObjectPicker.module.css'

export type PickerFieldProps<V extends FieldValues> = FieldProps<V> & {
  /** Beyond keeping the id, such as resetting what depends on it. */
  onPick?: (id: string) => void
  disabled?: boolean
}

type ObjectPickerProps<V extends FieldValues> = PickerFieldProps<V> & {
  /** What is picked, in the plural: `VPCs`. */
  many: string
  /** The list as a query gives it. */
  list: { isPending: boolean; error: Error | null; refetch: () => unknown }
  options: readonly Choice[]
}

const isDenied = (error: Error | null) => error instanceof ApiError && error.status === 403

const listTrouble = (error: Error | null, many: string): string | undefined => {
  if (!error) return undefined
  return isDenied(error)
    ? `You may not list ${many}: enter the id.`
    : `The list of ${many} could not be loaded: ${errorText(error)} Enter the id, or try again.`
}

/** Picks an object of the cloud by name from a list, or by its id: where the list is denied, missing, or too long. */
export const ObjectPicker = <V extends FieldValues>(props: ObjectPickerProps<V>) => {
  const { many, list, options, onPick, disabled = false, ...rest } = props
  const [wantsId, setWantsId] = useState(false)
  const trouble = listTrouble(list.error, many)
  const byId = wantsId || trouble !== undefined
  return (
    <Field {...rest} constraint={trouble ?? rest.constraint}>
      {({ field }) => {
        const value: string = field.value ?? ''
        const pick = (id: string) => {
          field.onChange(id)
          onPick?.(id)
        }
        return (
          <div className={styles['picker']}>
            <div className={styles['control']}>
              {byId ? (
                <Input
                  ref={field.ref}
                  name={field.name}
                  value={value}
                  disabled={disabled}
                  autoComplete={false}
                  spellcheck={false}
                  placeholder="Id"
                  onBlur={field.onBlur}
                  onChange={({ detail }) => pick(detail.value.trim())}
                />
              ) : (
                <Select
                  ref={field.ref}
                  selectedOption={
                    options.find((option) => option.value === value) ?? (value ? { value, label: value } : null)
                  }
                  options={options}
                  filteringType={options.length > 8 ? 'auto' : 'none'}
                  filteringAriaLabel={`Find ${many}`}
                  filteringPlaceholder={`Find ${many}`}
                  statusType={list.isPending && !disabled ? 'loading' : 'finished'}
                  loadingText={`Loading ${many}`}
                  empty={`There are no ${many}.`}
                  placeholder="Choose"
                  disabled={disabled}
                  onBlur={field.onBlur}
                  onChange={({ detail }) => pick(detail.selectedOption.value ?? '')}
                />
              )}
            </div>
            {trouble === undefined ? (
              <Button
                formAction="none"
                variant="inline-link"
                disabled={disabled}
                ariaLabel={byId ? `${rest.label}: choose from the list` : `${rest.label}: enter an id`}
                onClick={() => setWantsId(!wantsId)}
              >
                {byId ? 'Choose from the list' : 'Enter an id'}
              </Button>
            ) : (
              !isDenied(list.error) && (
                <Button
                  formAction="none"
                  variant="inline-link"
                  ariaLabel={`Load the list of ${many} again`}
                  onClick={() => void list.refetch()}
                >
                  Try again
                </Button>
              )
            )}
          </div>
        )
      }}
    </Field>
  )
}
