import { useState } from 'react'
import { guessMapping, type Mapping } from './columns.ts'
import type { Stage } from './ImportSteps.tsx'
import type { CheckedRow, GroupChoice, ServerFacts } from './precheck.ts'
import { toRows, withPasswords, type PasswordChoice, type UserRow } from './rows.ts'
import type { Sending } from './sending.ts'
import type { Sheet } from './sheet.ts'
import { useChecked } from './use-checked.ts'

type Source = { name: string; sheet: Sheet; idPrefix: string }

const noRows: readonly UserRow[] = []

const createdOf = (checked: readonly CheckedRow[], sending: Sending | undefined) =>
  checked.filter(({ row }) => sending?.outcomes.get(row.id)?.kind === 'created')

/** All that is known of an import, in the memory of the page and nowhere else: it holds passwords. */
export const useImport = (facts: ServerFacts | undefined) => {
  const [stage, setStage] = useState<Stage>('file')
  const [source, setSource] = useState<Source>()
  const [takenFrom, setTakenFrom] = useState<{ source: Source | undefined; mapping: Mapping }>()
  const [mapping, setMapping] = useState<Mapping>({ hasHeader: true, columns: {} })
  const [rows, setRows] = useState(noRows)
  const [passwordChoice, setPasswordChoice] = useState<PasswordChoice>('missing')
  const [groupChoice, setGroupChoice] = useState<GroupChoice>('correct')
  // What is being sent, as it was checked: the list of users changes under it while it is.
  const [sent, setSent] = useState<readonly CheckedRow[]>([])
  const [earlier, setEarlier] = useState<readonly CheckedRow[]>([])
  const checking = useChecked(rows, stage === 'check' ? facts : undefined, groupChoice)

  return {
    stage,
    source,
    mapping,
    passwordChoice,
    groupChoice,
    checking,
    sent,
    earlier,
    hasRows: rows.length > 0,
    /** Everybody who was created, in this round and in those before it. */
    created: (sending: Sending | undefined) => [...earlier, ...createdOf(sent, sending)].map(({ row }) => row),
    setStage,
    setMapping,
    setGroupChoice,
    takeSheet: (name: string, sheet: Sheet) => {
      setSource((before) => ({ name, sheet, idPrefix: `${Number(before?.idPrefix.slice(0, -1) ?? 0) + 1}-` }))
      setMapping(guessMapping(sheet.lines, facts?.groups))
      setStage('columns')
    },
    takeColumns: () => {
      // Who only came back to look keeps what was corrected.
      if (takenFrom?.source !== source || takenFrom?.mapping !== mapping) {
        const taken = toRows(source?.sheet.lines ?? [], mapping, source?.idPrefix)
        setRows(withPasswords(taken, passwordChoice))
        setTakenFrom({ source, mapping })
      }
      setStage('check')
    },
    choosePasswords: (choice: PasswordChoice) => {
      setPasswordChoice(choice)
      setRows((current) => withPasswords(current, choice))
    },
    takeRow: (changed: UserRow) => {
      const needsOne = passwordChoice === 'missing' && changed.password === ''
      const [row = changed] = needsOne ? withPasswords([changed], 'missing') : [changed]
      setRows((current) => current.map((one) => (one.id === row.id ? row : one)))
    },
    send: (checked: readonly CheckedRow[]) => {
      setSent(checked)
      setStage('send')
    },
    /** Back to those who were not created. */
    goBack: (sending: Sending | undefined) => {
      const done = createdOf(sent, sending)
      const ids = new Set(done.map(({ row }) => row.id))
      setEarlier((before) => [...before, ...done])
      setRows((current) => current.filter(({ id }) => !ids.has(id)))
      setStage('check')
    },
  }
}
