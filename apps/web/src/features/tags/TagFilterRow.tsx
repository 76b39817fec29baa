import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import type { TagFilter } from '@vpn-console/api-client'
import { useState } from 'react'
import styles from './TagFilters.module.css'
import { mostFilters } from './tag-query.ts'

export type KnownTags = ReadonlyMap<string, readonly string[]>

type TagFilterRowProps = {
  filter: TagFilter
  number: number
  /** Keys in use with their values; undefined where they cannot be listed. */
  known: KnownTags | undefined
  /** Keys of the other rows, of which none can be asked for twice. */
  taken: readonly string[]
  onChange: (filter: TagFilter) => void
  onRemove: () => void
}

const labelOf = (value: string) => (value === '' ? '(empty)' : value)

/** An input that takes what is typed when it is left, or with Enter. */
const TypedInput = ({
  text,
  onCommit,
  placeholder,
}: {
  text: string
  onCommit: (text: string) => void
  placeholder: string
}) => {
  const [typed, setTyped] = useState(text)
  return (
    <Input
      value={typed}
      placeholder={placeholder}
      autoComplete={false}
      spellcheck={false}
      onChange={({ detail }) => setTyped(detail.value)}
      onBlur={() => onCommit(typed)}
      onKeyDown={({ detail }) => {
        if (detail.key === 'Enter') onCommit(typed)
      }}
    />
  )
}

const KeyControl = ({ filter, known, taken, onChange }: TagFilterRowProps) => {
  if (!known) {
    return (
      <TypedInput
        text={filter.key}
        placeholder="Key"
        onCommit={(key) => onChange({ key: key.trim(), values: filter.values })}
      />
    )
  }
  const keys = [...new Set([...known.keys(), ...(filter.key === '' ? [] : [filter.key])])]
  return (
    <Select
      filteringType="auto"
      placeholder="Choose a key"
      empty="No tags are in use yet."
      selectedOption={filter.key === '' ? null : { value: filter.key, label: filter.key }}
      options={keys.map((key) => ({
        value: key,
        label: key,
        disabled: taken.includes(key),
        ...(taken.includes(key) && { disabledReason: 'Asked for already' }),
      }))}
      onChange={({ detail }) => onChange({ key: detail.selectedOption.value ?? '', values: [] })}
    />
  )
}

const ValuesControl = ({ filter, known, onChange }: TagFilterRowProps) => {
  const { key, values } = filter
  if (!known) {
    const commit = (text: string) => {
      const typed = text.split(',').map((value) => value.trim())
      onChange({ key, values: [...new Set(typed)].filter(Boolean).slice(0, mostFilters) })
    }
    return <TypedInput text={values.join(', ')} placeholder="Any value; several with commas" onCommit={commit} />
  }
  const offered = [...new Set([...(known.get(key) ?? []), ...values])]
  return (
    <Multiselect
      filteringType={offered.length > 8 ? 'auto' : 'none'}
      placeholder={values.length === 0 ? 'Any value' : 'Choose values'}
      disabled={key === ''}
      empty="It has no values."
      deselectAriaLabel={({ label = '' }) => `Remove value ${label}`}
      // The kit takes an empty value for none, so each gets its number.
      selectedOptions={values.map((value) => ({ value: String(offered.indexOf(value)), label: labelOf(value) }))}
      options={offered.map((value, index) => ({ value: String(index), label: labelOf(value) }))}
      onChange={({ detail }) => {
        const chosen = detail.selectedOptions.flatMap(({ value }) => offered[Number(value)] ?? [])
        onChange({ key, values: chosen.slice(0, mostFilters) })
      }}
    />
  )
}

/** One key that is looked for, with the values that will do. */
export const TagFilterRow = (props: TagFilterRowProps) => (
  <div className={styles['row']}>
    <FormField label={`Key ${props.number}`} stretch>
      <KeyControl {...props} />
    </FormField>
    <FormField label={`Values of key ${props.number}`} stretch>
      <ValuesControl {...props} />
    </FormField>
    <div className={styles['remove']}>
      <Button
        formAction="none"
        iconName="close"
        variant="icon"
        ariaLabel={`Remove key ${props.number}`}
        onClick={props.onRemove}
      />
    </div>
  </div>
)
