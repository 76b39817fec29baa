import SpaceBetween from '@cloudscape-design/components/space-between'
import { InputField } from '../../ui/form/InputField.tsx'
import type { PersonFormValues } from './person-form.ts'

/** How a person is called, and how he is reached. */
export const PersonFields = () => (
  <SpaceBetween size="l">
    <InputField<PersonFormValues>
      name="name"
      label="User name"
      description="What is typed to sign in, in small or capital letters."
      constraint="Letters, digits and . _ @ + - between them. An e-mail address will do."
    />
    <InputField<PersonFormValues>
      name="contact"
      label="Contact"
      description="Full name, e-mail address, desk: for people. The console sends nothing to it."
      isOptional
    />
  </SpaceBetween>
)
