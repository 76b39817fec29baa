import { patternProblems } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import { useMemo, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { knownActions } from '../../api/known-actions.ts'
import { Field } from '../../ui/form/Field.tsx'
import { actionGroups, patternOption } from './action-options.ts'
import styles from './ActionsField.module.css'
import type { RoleFormValues } from './role-form.ts'

/** A pattern typed by hand: refused before it is added where it stands for nothing. */
const PatternInput = () => {
  const { getValues, setValue } = useFormContext<RoleFormValues>()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()

  const add = () => {
    const pattern = text.trim()
    if (pattern === '') return
    const actions = getValues('actions')
    const message = actions.includes(pattern)
      ? `${pattern} is there already.`
      : patternProblems([pattern], knownActions)[0]?.message
    setProblem(message)
    if (message !== undefined) return
    setValue('actions', [...actions, pattern], { shouldDirty: true, shouldTouch: true, shouldValidate: true })
    setText('')
  }

  return (
    <FormField
      label={
        <>
          Pattern <i>- optional</i>
        </>
      }
      constraintText="A * stands for any text: vpn:*:list is every list of the VPN service."
      errorText={problem}
    >
      <div className={styles['row']}>
        <div className={styles['input']}>
          <Input
            value={text}
            autoComplete={false}
            spellcheck={false}
            placeholder="vpn:vpnConnections:*"
            onChange={({ detail }) => {
              setText(detail.value)
              setProblem(undefined)
            }}
            onKeyDown={(event) => {
              if (event.detail.key !== 'Enter') return
              // Enter adds; it does not send the form.
              event.preventDefault()
              add()
            }}
          />
        </div>
        <Button formAction="none" onClick={add}>
          Add pattern
        </Button>
      </div>
    </FormField>
  )
}

/** What a role may do: chosen from all actions there are, by resource, or typed as patterns. */
export const ActionsField = () => {
  const groups = useMemo(() => actionGroups(), [])
  const byValue = useMemo(
    () => new Map(groups.flatMap(({ options }) => options.map((option) => [option.value, option] as const))),
    [groups],
  )
  return (
    <>
      <Field<RoleFormValues>
        name="actions"
        label="Actions"
        description="In the cloud’s own words. Those that begin with console: are about the console itself, and count only where the role is given for everything."
        isWide
      >
        {({ field, invalid }) => {
          const actions = Array.isArray(field.value) ? field.value : []
          return (
            <Multiselect
              ref={field.ref}
              selectedOptions={actions.map((value) => byValue.get(value) ?? patternOption(value, 'All that matches'))}
              options={groups}
              filteringType="auto"
              filteringAriaLabel="Find actions"
              filteringPlaceholder="Find actions and operations"
              placeholder="Choose actions"
              empty="No action matches."
              tokenLimit={12}
              invalid={invalid}
              deselectAriaLabel={({ label }) => `Remove ${label ?? ''}`}
              onBlur={field.onBlur}
              onChange={({ detail }) => field.onChange(detail.selectedOptions.map(({ value = '' }) => value))}
            />
          )
        }}
      </Field>
      <PatternInput />
    </>
  )
}
