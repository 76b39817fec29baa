import Tiles, { type TilesProps } from '@cloudscape-design/components/tiles'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

type TilesFieldProps<V extends FieldValues> = FieldProps<V> & {
  options: readonly TilesProps.TilesDefinition[]
  columns?: number
  onPick?: (value: string) => void
}

/** One of a few, side by side with what each can do. */
export const TilesField = <V extends FieldValues>({ options, columns, onPick, ...rest }: TilesFieldProps<V>) => (
  <Field {...rest} isWide>
    {({ field }) => (
      <Tiles
        ref={field.ref}
        name={field.name}
        value={field.value ?? ''}
        items={options}
        {...(columns !== undefined && { columns })}
        onChange={({ detail }) => {
          field.onChange(detail.value)
          onPick?.(detail.value)
        }}
      />
    )}
  </Field>
)
