import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from '../../../ui/form/Field.tsx'

/** A secret that comes from elsewhere: hidden, and shown while somebody looks whether it was pasted whole. */
export const HiddenField = <V extends FieldValues>({ what, ...props }: FieldProps<V> & { what: string }) => {
  const [isShown, setShown] = useState(false)
  return (
    <Field {...props}>
      {({ field, invalid }) => (
        <SpaceBetween size="xs">
          <Input
            ref={field.ref}
            name={field.name}
            value={field.value ?? ''}
            type={isShown ? 'text' : 'password'}
            autoComplete="off"
            spellcheck={false}
            invalid={invalid}
            onBlur={field.onBlur}
            onChange={({ detail }) => field.onChange(detail.value)}
          />
          <Button
            formAction="none"
            variant="inline-link"
            ariaLabel={`${isShown ? 'Hide' : 'Show'} the ${what}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </SpaceBetween>
      )}
    </Field>
  )
}
