import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { fieldWords, userFields, type UserField } from './columns.ts'
import type { CheckedRow } from './precheck.ts'
import { newPassword, type UserRow } from './rows.ts'

type EditRowProps = { checked: CheckedRow; onSave: (row: UserRow) => void; onClose: () => void }

/** One row of the sheet, to be corrected; it is checked again with all others when it is kept. */
export const EditRow = ({ checked, onSave, onClose }: EditRowProps) => {
  const [row, setRow] = useState(checked.row)
  const change = (field: UserField, value: string) =>
    setRow((current) => ({
      ...current,
      [field]: value,
      ...(field === 'password' && { ownPassword: value, isGenerated: false }),
    }))
  const problemOf = (field: UserField) => {
    // What was changed is judged when it is kept: doubles and room depend on the other rows.
    if (row[field] !== checked.row[field]) return undefined
    return checked.problems.find((problem) => problem.field === field)?.words
  }
  return (
    <Modal
      visible
      header={`Row ${row.line}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button formAction="none" variant="primary" onClick={() => onSave({ ...row, isSkipped: false })}>
              Keep changes
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {userFields.map((field) => (
          <FormField
            key={field}
            label={fieldWords[field]}
            errorText={problemOf(field)}
            {...(field === 'password' && {
              secondaryControl: (
                <Button
                  formAction="none"
                  onClick={() => setRow((current) => ({ ...current, password: newPassword(), isGenerated: true }))}
                >
                  Generate
                </Button>
              ),
            })}
          >
            <Input
              value={row[field]}
              onChange={({ detail }) => change(field, detail.value)}
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
        ))}
      </SpaceBetween>
    </Modal>
  )
}
