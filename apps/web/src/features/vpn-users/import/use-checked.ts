import { useEffect, useState } from 'react'
import { inSlices } from './in-slices.ts'
import { checkRows, type CheckedRow, type GroupChoice, type ServerFacts } from './precheck.ts'
import type { UserRow } from './rows.ts'

type Checked = { rows: readonly UserRow[]; facts: ServerFacts; choice: GroupChoice; result: readonly CheckedRow[] }

/** Checks all rows again whenever one of them, the server or a choice changes; the last result stays until then. */
export const useChecked = (rows: readonly UserRow[], facts: ServerFacts | undefined, choice: GroupChoice) => {
  const [checked, setChecked] = useState<Checked>()
  const [count, setCount] = useState(0)

  useEffect(() => {
    if (!facts) return undefined
    const abort = new AbortController()
    const check = async () => {
      const { signal } = abort
      const result = await inSlices(checkRows(rows, facts, choice), { signal, onProgress: setCount })
      if (result) setChecked({ rows, facts, choice, result })
    }
    void check()
    return () => abort.abort()
  }, [rows, facts, choice])

  const isCurrent = checked?.rows === rows && checked.facts === facts && checked.choice === choice
  return { checked: checked?.result, isChecking: !isCurrent, count }
}
