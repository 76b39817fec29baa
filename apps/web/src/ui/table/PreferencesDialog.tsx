import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useStore } from '../../api/store.ts'
import { appearance, setAppearance } from '../../theme/appearance.ts'
import { pageSizes, type Preferences } from './preferences.ts'

type PreferencesDialogProps = {
  columns: readonly { id: string; header: string; isRowHeader?: true }[]
  preferences: Preferences
  onSave: (preferences: Preferences) => void
  onClose: () => void
}

export default function PreferencesDialog({ columns, preferences, onSave, onClose }: PreferencesDialogProps) {
  const { density } = useStore(appearance)
  const [draft, setDraft] = useState({ ...preferences, isCompact: density === 'compact' })

  const toggle = (id: string, isVisible: boolean) =>
    setDraft({ ...draft, hidden: isVisible ? draft.hidden.filter((hidden) => hidden !== id) : [...draft.hidden, id] })

  const save = () => {
    const { isCompact, ...rest } = draft
    onSave(rest)
    setAppearance({ density: isCompact ? 'compact' : 'comfortable' })
    onClose()
  }

  return (
    <Modal
      visible
      header="Table preferences"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button formAction="none" variant="primary" onClick={save}>
              Save preferences
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <FormField label="Rows on a page">
          <RadioGroup
            direction="horizontal"
            value={String(draft.pageSize)}
            items={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
            onChange={({ detail }) => setDraft({ ...draft, pageSize: Number(detail.value) })}
          />
        </FormField>
        <FormField label="Columns">
          <SpaceBetween size="xxs">
            {columns.map(({ id, header, isRowHeader }) => (
              <Checkbox
                key={id}
                checked={isRowHeader === true || !draft.hidden.includes(id)}
                disabled={isRowHeader === true}
                onChange={({ detail }) => toggle(id, detail.checked)}
              >
                {header}
              </Checkbox>
            ))}
          </SpaceBetween>
        </FormField>
        <FormField label="Lines">
          <SpaceBetween size="xxs">
            <Checkbox
              checked={draft.wrapLines}
              onChange={({ detail }) => setDraft({ ...draft, wrapLines: detail.checked })}
            >
              Wrap long values
            </Checkbox>
            <Checkbox
              checked={draft.isCompact}
              onChange={({ detail }) => setDraft({ ...draft, isCompact: detail.checked })}
            >
              Compact, on every page
            </Checkbox>
          </SpaceBetween>
        </FormField>
      </SpaceBetween>
    </Modal>
  )
}
