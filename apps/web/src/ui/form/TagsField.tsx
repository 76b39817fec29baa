import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useFieldArray, useFormContext, type ArrayPath, type FieldPath, type FieldValues } from 'react-hook-form'
import { messageOf } from './Field.tsx'
import styles from './TagsField.module.css'

type TagsFieldProps<V extends FieldValues> = {
  /** A field whose value is a list of `{ key, value }`. */
  name: ArrayPath<V>
  label?: string
  /** False where there is nothing to send without one. */
  isOptional?: boolean
}

/** The service takes no more on one resource. */
const mostTags = 20

/** Tags of a resource: pairs of key and value. */
export const TagsField = <V extends FieldValues>({ name, label = 'Tags', isOptional = true }: TagsFieldProps<V>) => {
  const { control, getFieldState, formState, register, setValue, watch } = useFormContext<V>()
  const { fields, append, remove } = useFieldArray<V>({ control, name })
  const path = (index: number, part: 'key' | 'value') => `${name}.${index}.${part}` as FieldPath<V> // by the list's own shape

  const cell = (index: number, part: 'key' | 'value') => {
    const field = path(index, part)
    const registered = register(field)
    const message = messageOf(getFieldState(field, formState).error)
    return (
      <FormField label={`${part === 'key' ? 'Key' : 'Value'} of tag ${index + 1}`} errorText={message} stretch>
        <Input
          name={field}
          value={watch(field) ?? ''}
          autoComplete={false}
          spellcheck={false}
          // Without its value and type the event would be taken for a change to nothing.
          onBlur={() => void registered.onBlur({ target: { name: field, value: watch(field) }, type: 'blur' })}
          onChange={({ detail }) =>
            // The pair's parts are texts.
            setValue(field, detail.value as never, { shouldDirty: true, shouldValidate: formState.isSubmitted })
          }
        />
      </FormField>
    )
  }

  return (
    <fieldset className={styles['tags']}>
      <legend className={styles['legend']}>
        {label}
        {isOptional && <i> - optional</i>}
      </legend>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles['tag']}>
          {cell(index, 'key')}
          {cell(index, 'value')}
          <div className={styles['remove']}>
            <Button
              formAction="none"
              iconName="close"
              variant="icon"
              ariaLabel={`Remove tag ${index + 1}`}
              onClick={() => remove(index)}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          formAction="none"
          iconName="add-plus"
          disabled={fields.length >= mostTags}
          disabledReason={`A resource has at most ${mostTags} tags.`}
          // A new pair begins empty.
          onClick={() => append({ key: '', value: '' } as never)}
        >
          Add tag
        </Button>
      </div>
    </fieldset>
  )
}
