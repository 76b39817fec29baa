import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { errorText } from '../../ui/error-words.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { TagFilters } from './TagFilters.tsx'
import { taggedColumns } from './tagged-columns.tsx'
import type { Tagged } from './tagged.ts'
import { queryWords, readTagQuery, writeTagQuery } from './tag-query.ts'
import { useKnownTags, useTagged } from './use-tagged.ts'

const AddTagsDialog = lazy(() => import('./AddTagsDialog.tsx'))
const RemoveTagsDialog = lazy(() => import('./RemoveTagsDialog.tsx'))
const CodeDialog = lazy(() => import('../as-code/CodeDialog.tsx'))

type Dialog = { what: 'add' | 'remove' | 'code'; resources: readonly Tagged[] }

const countsOf = (types: ReturnType<typeof useTagged>['types']) =>
  types
    .flatMap(({ one, many, list: { data = [] } }) =>
      data.length === 0 ? [] : [`${data.length} ${data.length === 1 ? one : many}`],
    )
    .join(' · ')

export default function TagsPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search, setSearch] = useSearchParams()
  const query = useMemo(() => readTagQuery(search), [search])
  const { types, isLoading, failed, refetch } = useTagged(query)
  const known = useKnownTags()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog>()
  const columns = useMemo(() => taggedColumns(cloudId), [cloudId])
  const found = types.flatMap(({ list }) => list.data ?? [])
  const chosen = found.filter(({ id }) => selected.has(id))
  const hasFailed = failed.length > 0 && failed.length === types.length
  const nothingChosen = chosen.length === 0 ? 'Choose resources below first.' : undefined
  const open = (what: Dialog['what']) => () => setDialog({ what, resources: chosen })
  const close = () => setDialog(undefined)
  const refusal = denied('listResourcesByTags')

  return (
    <KitWords>
      <PageHeader
        title="Tags"
        description="Find resources of every type by their tags, and tag many at once."
        actions={
          <Button
            formAction="none"
            iconName="refresh"
            ariaLabel="Refresh the resources"
            loading={types.some(({ list }) => list.isFetching)}
            onClick={() => void refetch()}
          />
        }
      />
      <SpaceBetween size="l">
        <TagFilters
          query={query}
          known={known}
          onChange={(next) => setSearch(writeTagQuery(search, next), { preventScrollReset: true })}
        />
        {failed.length > 0 && !hasFailed && (
          <Alert
            type="warning"
            header={`Not all resources could be looked through: ${failed.map(({ many }) => many).join(', ')}`}
            action={
              <Button formAction="none" onClick={() => void refetch()}>
                Try again
              </Button>
            }
          >
            {errorText(failed[0]?.list.error)}
          </Alert>
        )}
        {refusal === undefined ? (
          <ResourceTable
            id="tagged-resources"
            words={{ one: 'resource', many: 'resources' }}
            items={isLoading || hasFailed ? undefined : found}
            error={isLoading || !hasFailed ? undefined : failed[0]?.list.error}
            onRetry={() => void refetch()}
            columns={columns}
            idOf={({ id }) => id}
            nameOf={({ name }) => name}
            sortedBy="name"
            selected={selected}
            onSelect={setSelected}
            empty={{ text: `There are no resources ${queryWords(query)}.` }}
            header={
              <Header
                variant="h2"
                counter={isLoading ? '' : `(${found.length})`}
                description={countsOf(types)}
                actions={
                  <SpaceBetween direction="horizontal" size="xs">
                    <ActionButton onClick={open('code')} disabledReason={nothingChosen}>
                      Show code
                    </ActionButton>
                    <Menu
                      look="button"
                      button={chosen.length === 0 ? 'Change tags' : `Change tags of ${chosen.length}`}
                      disabledReason={nothingChosen}
                      actions={[
                        {
                          id: 'add',
                          text: 'Add tags',
                          onChoose: open('add'),
                          disabledReason: denied('batchCreateResourceTags'),
                        },
                        {
                          id: 'remove',
                          text: 'Remove tags',
                          onChoose: open('remove'),
                          disabledReason:
                            denied('batchDeleteResourceTags') ??
                            (chosen.every(({ tags }) => tags.length === 0) ? 'None of them has a tag.' : undefined),
                        },
                      ]}
                    />
                  </SpaceBetween>
                }
              >
                Resources {queryWords(query)}
              </Header>
            }
          />
        ) : (
          <Alert type="info">{refusal}</Alert>
        )}
      </SpaceBetween>
      {dialog && (
        <Suspense>
          {dialog.what === 'add' && <AddTagsDialog resources={dialog.resources} onClose={close} />}
          {dialog.what === 'remove' && <RemoveTagsDialog resources={dialog.resources} onClose={close} />}
          {dialog.what === 'code' && <CodeDialog chosen={dialog.resources} onClose={close} />}
        </Suspense>
      )}
    </KitWords>
  )
}
