import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { waitsForNegotiation, type Change } from './change-words.ts'
import styles from './ChangesSection.module.css'
import type { ConnectionEditValues } from './edit-form.ts'

const words = (text: string) => <span className={styles['words']}>{text}</span>

const columns: TableProps.ColumnDefinition<Change>[] = [
  { id: 'label', header: 'Setting', isRowHeader: true, cell: ({ label }) => label, width: 170 },
  { id: 'before', header: 'Now', cell: ({ before }) => words(before), width: 180 },
  { id: 'after', header: 'After saving', cell: ({ after }) => words(after), width: 180 },
  { id: 'effect', header: 'When it acts', cell: ({ effect }) => words(effect) },
]

type ChangesSectionProps = {
  name: string
  changes: readonly Change[]
  /** The new key is all there is to send, and IKEv2 would not take notice. */
  isKeyAlone: boolean
  /** Why the person may not reset, or undefined. */
  resetDenied: string | undefined
}

/** What is about to be sent, before it is: the old and the new, and when it acts. */
export const ChangesSection = ({ name, changes, isKeyAlone, resetDenied }: ChangesSectionProps) => (
  <SpaceBetween size="m">
    <Table
      variant="embedded"
      wrapLines
      trackBy="path"
      items={changes}
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: `Changes of ${name}` }}
      header={
        <Header
          variant="h2"
          counter={`(${changes.length})`}
          description="Only these are sent; all else stays as it is."
        >
          Changes
        </Header>
      }
      empty={<Box color="text-body-secondary">Nothing is changed yet.</Box>}
    />
    {isKeyAlone && (
      <Alert type="warning" header="A new key alone has no effect yet">
        With IKEv2 the tunnel goes on with the old key until {name} is reset. Change the key on the customer device too,
        then reset.
      </Alert>
    )}
    {waitsForNegotiation(changes.map(({ path }) => path)) && (
      <CheckboxField<ConnectionEditValues>
        name="resetsAfterwards"
        label={`Reset ${name} after saving`}
        description={
          resetDenied ?? 'The changes act at once. Traffic through this tunnel is interrupted until it is up again.'
        }
        disabled={resetDenied !== undefined}
      />
    )}
  </SpaceBetween>
)
