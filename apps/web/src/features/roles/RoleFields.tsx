import { InputField } from '../../ui/form/InputField.tsx'
import { TextareaField } from '../../ui/form/TextareaField.tsx'
import { ActionsField } from './ActionsField.tsx'
import type { RoleFormValues } from './role-form.ts'
import { RolePreview } from './RolePreview.tsx'

/** The fields of a role, new or changed. */
export const RoleFields = () => (
  <>
    <InputField<RoleFormValues> name="name" label="Name" constraint="1 to 64 characters" />
    <TextareaField<RoleFormValues>
      name="description"
      label="Description"
      constraint="At most 500 characters"
      rows={2}
      isOptional
    />
    <ActionsField />
    <RolePreview />
  </>
)
