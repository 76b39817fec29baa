import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { columnWords, fieldWords, mappingProblem, userFields, type Mapping, type UserField } from './columns.ts'
import styles from './MatchColumns.module.css'
import type { Sheet, SheetLine } from './sheet.ts'

const hints: Readonly<Partial<Record<UserField, string>>> = {
  password: 'Without one, passwords can be generated in the next step.',
  group: 'By its name. Without one, users go to the default group.',
  staticIp: 'A fixed address of the client block, or nothing.',
}

// More than fit beside each other.
const mostShown = 10

const none = { value: '', label: 'Not in the sheet' }

type MatchColumnsProps = {
  sheet: Sheet
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  onBack: () => void
  onNext: () => void
}

const Preview = ({ lines, width, isHidden }: { lines: readonly SheetLine[]; width: number; isHidden: boolean[] }) => (
  <section className={styles['preview']} aria-label="First rows of the sheet">
    <table>
      <tbody>
        {lines.map(({ number, cells }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            {Array.from({ length: width }, (_, column) => (
              <td key={column}>{isHidden[column] && (cells[column] ?? '') !== '' ? '••••••••' : cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** Which column is what, guessed from the headings and open to correction. */
export const MatchColumns = ({ sheet, mapping, onChange, onBack, onNext }: MatchColumnsProps) => {
  const { lines } = sheet
  const { hasHeader, columns } = mapping
  const width = Math.max(...lines.slice(0, 50).map(({ cells }) => cells.length))
  const options = [
    none,
    ...Array.from({ length: width }, (_, column) => ({
      value: String(column),
      label: columnWords(lines, column, hasHeader),
    })),
  ]
  const choose = (field: UserField, value: string) => {
    const { [field]: _before, ...others } = columns
    onChange({ ...mapping, columns: value === '' ? others : { ...others, [field]: Number(value) } })
  }
  const shown = hasHeader ? lines.slice(1, 6) : lines.slice(0, 5)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Columns</Header>}>
        <SpaceBetween size="m">
          <Checkbox checked={hasHeader} onChange={({ detail }) => onChange({ ...mapping, hasHeader: detail.checked })}>
            The first row holds headings
          </Checkbox>
          <div className={styles['fields']}>
            {userFields.map((field) => (
              <FormField key={field} label={fieldWords[field]} description={hints[field]}>
                <Select
                  options={options}
                  selectedOption={options.find(({ value }) => value === String(columns[field] ?? '')) ?? none}
                  onChange={({ detail }) => choose(field, detail.selectedOption.value ?? '')}
                />
              </FormField>
            ))}
          </div>
          <Preview
            lines={shown}
            width={Math.min(width, mostShown)}
            isHidden={Array.from({ length: width }, (_, column) => column === columns.password)}
          />
        </SpaceBetween>
      </Container>
      <div className={styles['buttons']}>
        <ActionButton onClick={onBack}>Choose another sheet</ActionButton>
        <ActionButton variant="primary" disabledReason={mappingProblem(mapping)} onClick={onNext}>
          Check the rows
        </ActionButton>
      </div>
    </SpaceBetween>
  )
}
