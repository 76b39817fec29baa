import type { ShownRole } from '@vpn-console/api-client'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { filterRows, readFilter } from './matrix-filter.ts'
import { MatrixFilters } from './MatrixFilters.tsx'
import styles from './MatrixFilters.module.css'
import { RoleMatrix } from './RoleMatrix.tsx'
import { roleRows } from './role-rows.ts'

/** All roles side by side. */
export default function MatrixTab({ roles }: { roles: readonly ShownRole[] }) {
  const [search, change] = useSearchChange()
  const filter = readFilter(search)
  const { find, resource } = filter
  const rows = useMemo(() => filterRows(roleRows, { find, resource, shows: '' }), [find, resource])
  const chosen = search.get('roles') ?? ''
  const shown = useMemo(() => {
    const ids = chosen.split(',')
    const found = roles.filter(({ id }) => ids.includes(id))
    return found.length > 0 ? found : [...roles]
  }, [roles, chosen])
  const options = roles.map(({ id, name }) => ({ value: id, label: name }))

  return (
    <SpaceBetween size="s">
      <MatrixFilters filter={filter} count={`${rows.length} of ${roleRows.length} operations`}>
        <div className={styles['choice']}>
          <Multiselect
            ariaLabel="Roles"
            placeholder={shown.length === roles.length ? 'All roles' : `${shown.length} roles`}
            options={options}
            selectedOptions={options.filter(({ value }) => chosen.split(',').includes(value))}
            hideTokens
            onChange={({ detail }) =>
              change({ roles: detail.selectedOptions.map(({ value = '' }) => value).join(',') })
            }
          />
        </div>
      </MatrixFilters>
      <RoleMatrix rows={rows} roles={shown} />
      <div>
        A role says what, the grant says where: actions on clouds hold for what the role was given for, those of the
        console itself only where it was given for everything.
      </div>
    </SpaceBetween>
  )
}
