import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { useSearchParams } from 'react-router'
import { AppLink } from '../../ui/AppLink.tsx'
import { GrantEditor } from '../../ui/grants/GrantEditor.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import type { Column } from '../../ui/table/columns.ts'
import styles from './GroupsTab.module.css'
import { signOnGroups, type SignOnGroup } from './sign-on-queries.ts'

const searchOf = (group: string) => `?${new URLSearchParams({ tab: 'groups', group }).toString()}`

const columns: readonly Column<SignOnGroup>[] = [
  {
    id: 'name',
    header: 'Group',
    value: ({ name }) => name,
    cell: ({ name }) => <AppLink to={searchOf(name)}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
  },
  { id: 'people', header: 'People at their last sign-in', value: ({ people }) => people, filter: 'number' },
  {
    id: 'grants',
    header: 'Roles given',
    value: ({ grants }) => grants,
    cell: ({ grants }) => (grants === 0 ? 'None' : grants),
    filter: 'number',
  },
]

/** A group can be given a role before anybody has come with it. */
const OtherGroup = () => {
  const [, setSearch] = useSearchParams()
  const [name, setName] = useState('')
  const open = (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() !== '') setSearch({ tab: 'groups', group: name.trim() }, { preventScrollReset: true })
  }
  return (
    <form onSubmit={open} noValidate>
      <FormField
        label="Another group"
        description="Its name exactly as the provider sends it: some send ids, or paths such as /vpn-admins."
      >
        <div className={styles['row']}>
          <div className={styles['input']}>
            <Input
              value={name}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => setName(detail.value)}
            />
          </div>
          <Button formAction="submit">Show its roles</Button>
        </div>
      </FormField>
    </form>
  )
}

/** The groups that come from the provider, and the roles that each of them brings. */
export default function GroupsTab() {
  const [search] = useSearchParams()
  const { data, error, refetch } = useQuery(signOnGroups())
  const group = search.get('group')
  return (
    <SpaceBetween size="l">
      <ResourceTable
        id="sign-on-groups"
        urlPrefix="groups-"
        words={{ one: 'group', many: 'groups' }}
        items={data?.groups}
        columns={columns}
        idOf={({ name }) => name}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{ text: 'No group has come with anybody yet, and none has a role.' }}
        error={error}
        onRetry={() => void refetch()}
        header={
          <Header
            variant="h2"
            description="Who comes with a group has its roles from his next sign-in on; what is taken from a group is gone at once."
          >
            Groups
          </Header>
        }
      />
      <OtherGroup />
      {group !== null && group !== '' && (
        <section aria-labelledby="group-roles">
          <h2 id="group-roles" className={styles['title']}>
            Group <span className="mono">{group}</span>
          </h2>
          <GrantEditor key={group} subject={{ type: 'group', id: group, name: group }} />
        </section>
      )}
    </SpaceBetween>
  )
}
