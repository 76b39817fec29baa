import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { checkColumns } from './check-columns.tsx'
import { countWords, ofKind, summaryOf } from './check-summary.ts'
import { EditRow } from './EditRow.tsx'
import styles from './MatchColumns.module.css'
import { seatsLeft, type CheckedRow, type GroupChoice, type ServerFacts } from './precheck.ts'
import type { PasswordChoice, UserRow } from './rows.ts'

type CheckRowsProps = {
  checked: readonly CheckedRow[] | undefined
  isChecking: boolean
  count: number
  facts: ServerFacts
  groupChoice: GroupChoice
  passwordChoice: PasswordChoice
  defaultGroup: string
  disabledReason: string | undefined
  onGroupChoice: (choice: GroupChoice) => void
  onPasswordChoice: (choice: PasswordChoice) => void
  onRow: (row: UserRow) => void
  onBack: () => void
  onSend: () => void
}

const words = { one: 'row', many: 'rows' }
const idOf = ({ row }: CheckedRow) => row.id
const nameOf = ({ row }: CheckedRow) => `row ${row.line}`

/** Each row with what is wrong with it, before anything is sent. */
export const CheckRows = (props: CheckRowsProps) => {
  const { checked, isChecking, count, facts, groupChoice, passwordChoice, disabledReason, defaultGroup, onRow } = props
  const [kind, setKind] = useState('all')
  const [editing, setEditing] = useState<CheckedRow>()
  const summary = useMemo(() => summaryOf(checked ?? []), [checked])
  const shown = useMemo(() => checked && ofKind(checked, kind), [checked, kind])
  const option = summary.options.find(({ value }) => value === kind) ?? { value: kind, label: kind }
  const seats = seatsLeft(facts)
  const whyNot =
    disabledReason ??
    (isChecking ? 'The rows are being checked.' : summary.fit === 0 ? 'No row can be imported yet.' : undefined)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">For all rows</Header>}>
        <div className={styles['fields']}>
          <FormField label="Passwords">
            <RadioGroup
              value={passwordChoice}
              onChange={({ detail }) => {
                const chosen = (['sheet', 'missing', 'all'] as const).find((one) => one === detail.value)
                if (chosen) props.onPasswordChoice(chosen)
              }}
              items={[
                { value: 'sheet', label: 'As they are in the sheet' },
                { value: 'missing', label: 'Generate them for rows without one' },
                { value: 'all', label: 'Generate them for all rows' },
              ]}
            />
          </FormField>
          <FormField label="Groups that do not exist">
            <RadioGroup
              value={groupChoice}
              onChange={({ detail }) => {
                const chosen = (['correct', 'create', 'default'] as const).find((one) => one === detail.value)
                if (chosen) props.onGroupChoice(chosen)
              }}
              items={[
                { value: 'correct', label: 'Correct them in the rows' },
                { value: 'create', label: 'Create them' },
                { value: 'default', label: `Put their users into ${defaultGroup}` },
              ]}
            />
          </FormField>
        </div>
      </Container>
      {summary.room > 0 && (
        <Alert
          type="warning"
          header={summary.room === 1 ? '1 row no longer fits' : `${countWords(summary.room, 'row')} no longer fit`}
        >
          The gateway takes {seats === 1 ? 'one more user' : `${seats} more users`}, 500 at most altogether. Skip other
          rows, or give the gateway more connections; the first rows without a problem come first.
        </Alert>
      )}
      {facts.clientCidr === undefined && (
        <Alert type="info">
          The server’s own settings could not be read, so that static IPs are not checked against its client block.
        </Alert>
      )}
      {facts.connections === undefined && (
        <Alert type="info">
          The gateway could not be read: 500 connections are assumed. The service refuses what is too many.
        </Alert>
      )}
      <ResourceTable
        id="vpn-user-import"
        words={words}
        items={shown}
        columns={checkColumns}
        idOf={idOf}
        nameOf={nameOf}
        sortedBy="line"
        empty={{ text: 'No row is of this kind.' }}
        actionsOf={(one) => [
          { id: 'edit', text: 'Edit', onChoose: () => setEditing(one) },
          one.row.isSkipped
            ? { id: 'take', text: 'Do not skip', onChoose: () => onRow({ ...one.row, isSkipped: false }) }
            : { id: 'skip', text: 'Skip this row', onChoose: () => onRow({ ...one.row, isSkipped: true }) },
        ]}
        header={<Header variant="h2">Rows</Header>}
        tools={
          <Select
            ariaLabel="Show rows"
            selectedOption={option}
            options={summary.options}
            onChange={({ detail }) => setKind(detail.selectedOption.value ?? 'all')}
          />
        }
      />
      <div className={styles['buttons']}>
        <output>{isChecking ? `Checking the rows: ${count} so far` : summary.words}</output>
        <ActionButton onClick={props.onBack}>Back to the columns</ActionButton>
        <ActionButton variant="primary" disabledReason={whyNot} onClick={props.onSend}>
          {`Import ${countWords(summary.fit, 'user')}`}
        </ActionButton>
      </div>
      {editing && (
        <EditRow
          checked={editing}
          onClose={() => setEditing(undefined)}
          onSave={(row) => {
            setEditing(undefined)
            onRow(row)
          }}
        />
      )}
    </SpaceBetween>
  )
}
