import type { PersonLink, PersonView } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ownCall } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ConfirmAction } from '../../ui/ConfirmAction.tsx'
import { showFlash } from '../../ui/flashes.ts'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { linkList, renewPeople } from './person-queries.ts'
import { isoOf, linkStateWords, purposeWords } from './person-words.ts'

const columns: readonly Column<PersonLink>[] = [
  {
    id: 'purpose',
    header: 'For',
    value: ({ purpose }) => purposeWords(purpose),
    filter: 'choice',
    isRowHeader: true,
    minWidth: 130,
  },
  {
    id: 'state',
    header: 'State',
    value: ({ state }) => linkStateWords(state).words,
    cell: ({ state }) => {
      const { words, kind } = linkStateWords(state)
      return <StatusIndicator type={kind}>{words}</StatusIndicator>
    },
    filter: 'choice',
    minWidth: 130,
  },
  {
    id: 'made',
    header: 'Made',
    value: ({ created_at }) => isoOf(created_at),
    cell: ({ created_at }) => <Timestamp value={isoOf(created_at)} />,
    minWidth: 110,
  },
  { id: 'by', header: 'Made by', value: ({ created_by }) => created_by, filter: 'choice', minWidth: 110 },
  {
    id: 'until',
    header: 'Works until',
    value: ({ expires_at }) => isoOf(expires_at),
    cell: ({ expires_at }) =>
      new Date(expires_at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    minWidth: 150,
  },
]

const Withdraw = ({ person, link, onClose }: { person: PersonView; link: PersonLink; onClose: () => void }) => {
  const done = async () => {
    showFlash({ type: 'success', content: `The link of ${person.name} cannot be used any more.` })
    onClose()
    await renewPeople()
  }
  const withdraw = useMutation({
    mutationFn: () => ownCall('revokePersonLink', { params: { personId: person.id, linkId: link.id } }),
    onSuccess: done,
    // It was used or withdrawn meanwhile: it cannot be used either way.
    onError: (error) => (isGone(error) ? done() : undefined),
  })
  return (
    <ConfirmAction
      title={`Withdraw the link of ${person.name}`}
      consequence="It cannot be used any more. Another one can be made at any time."
      actionText="Withdraw the link"
      pendingText="Withdrawing"
      errorTitle="The link was not withdrawn"
      isPending={withdraw.isPending}
      error={isGone(withdraw.error) ? null : withdraw.error}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    />
  )
}

/** The links that were made for a person; what opens them is kept nowhere. */
export default function PersonLinksTab({ person }: { person: PersonView }) {
  const denied = useConsoleDenied()
  const list = useQuery(linkList(person.id))
  const [withdrawing, setWithdrawing] = useState<PersonLink>()
  return (
    <>
      <ResourceTable
        id="person-links"
        urlPrefix="links-"
        words={{ one: 'link', many: 'links' }}
        items={list.data?.links}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ purpose, created_at }) => `${purposeWords(purpose)} of ${isoOf(created_at)}`}
        sortedBy="-made"
        empty={{ text: `No link was made for ${person.name}.` }}
        error={list.error}
        onRetry={() => void list.refetch()}
        header={<Header variant="h2">Links</Header>}
        actionsOf={(link) => [
          {
            id: 'withdraw',
            text: 'Withdraw',
            onChoose: () => setWithdrawing(link),
            disabledReason:
              denied('console:people:reset') ?? (link.state === 'open' ? undefined : 'It cannot be used any more.'),
          },
        ]}
      />
      {withdrawing && <Withdraw person={person} link={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  )
}
