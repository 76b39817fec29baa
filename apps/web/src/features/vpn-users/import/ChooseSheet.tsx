import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FileDropzone from '@cloudscape-design/components/file-dropzone'
import FileInput from '@cloudscape-design/components/file-input'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { download } from '../../../ui/table/export.ts'
import styles from './ChooseSheet.module.css'
import { templateCsv } from './exports.ts'
import { readFile, readPasted } from './read-in-worker.ts'
import { UnreadableSheet, type Sheet } from './sheet.ts'

const otherwise = 'It could not be read. Save the sheet as CSV UTF-8.'

/** A sheet by drop, button or paste; it is read here and goes nowhere by itself. */
export const ChooseSheet = ({ onSheet }: { onSheet: (name: string, sheet: Sheet) => void }) => {
  const [pasted, setPasted] = useState('')
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<{ name: string; words: string }>()

  const read = async (name: string, reading: () => Promise<Sheet>) => {
    setReading(true)
    setProblem(undefined)
    try {
      onSheet(name, await reading())
    } catch (error) {
      setProblem({ name, words: error instanceof UnreadableSheet ? error.message : otherwise })
    }
    setReading(false)
  }
  const take = ([file]: File[]) => {
    if (file) void read(file.name, () => readFile(file))
  }

  return (
    <SpaceBetween size="l">
      {problem && (
        <div role="alert">
          <Alert type="error" header={`${problem.name} was not read`}>
            {problem.words}
          </Alert>
        </div>
      )}
      <Container
        header={
          <Header
            variant="h2"
            description="CSV or XLSX with one user per row. It is read in this browser."
            actions={
              <Button
                formAction="none"
                iconName="download"
                onClick={() => download('vpn-users-template.csv', 'text/csv', templateCsv())}
              >
                Download template
              </Button>
            }
          >
            From a file
          </Header>
        }
      >
        <FileDropzone onChange={({ detail }) => take(detail.value)}>
          <span className={styles['drop']}>
            <FileInput
              value={[]}
              accept=".csv,.tsv,.txt,.xlsx"
              ariaLabel="Choose a sheet"
              onChange={({ detail }) => take(detail.value)}
            >
              Choose a file
            </FileInput>
            <span>or drop one here. At most 5 MB are read.</span>
            <output>{isReading ? 'Reading the sheet' : ''}</output>
          </span>
        </FileDropzone>
      </Container>
      <Container header={<Header variant="h2">From a spreadsheet, by paste</Header>}>
        <SpaceBetween size="s">
          <FormField label="Rows" description="Copy the cells in the spreadsheet and paste them here." stretch>
            <Textarea
              value={pasted}
              rows={6}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setPasted(detail.value)}
            />
          </FormField>
          <ActionButton
            disabledReason={pasted.trim() === '' ? 'Nothing is pasted yet.' : undefined}
            loading={isReading}
            loadingText="Reading the rows"
            onClick={() => void read('The pasted text', () => readPasted(pasted))}
          >
            Use pasted rows
          </ActionButton>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}
