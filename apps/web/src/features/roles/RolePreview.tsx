import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import styles from './ActionsField.module.css'
import type { RoleFormValues } from './role-form.ts'
import { answersOf, countOf, countWords, resources, roleRows } from './role-rows.ts'

/** What the role that is being made may do, counted while it is made. */
export const RolePreview = () => {
  const actions = useWatch<RoleFormValues, 'actions'>({ name: 'actions' })
  const { words, groups } = useMemo(() => {
    const answers = answersOf({ actions })
    return {
      words: countWords(countOf({ actions })),
      groups: resources.map((resource) => {
        const rows = roleRows.filter((row) => row.resource === resource)
        return { resource, all: rows.length, may: rows.filter(({ name }) => answers.get(name)?.isAllowed).length }
      }),
    }
  }, [actions])
  return (
    <section aria-label="What this role may do">
      <output className={styles['preview']}>
        {words === 'Nothing' ? 'This role may do nothing yet.' : `This role may do: ${words}.`}
      </output>
      <ul className={styles['groups']}>
        {groups.map(({ resource, may, all }) => (
          <li key={resource} className={styles['group']} data-none={may === 0}>
            <span>{resource}</span>
            <span>
              {may} of {all}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
