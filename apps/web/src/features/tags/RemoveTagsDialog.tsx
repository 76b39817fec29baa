import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { tagCalls } from './save-tags.ts'
import styles from './RemoveTagsDialog.module.css'
import { havingKeys, keysOf, type Tagged } from './tagged.ts'
import { useBatch } from './use-batch.ts'

type RemoveTagsDialogProps = { resources: readonly Tagged[]; onClose: () => void }

/** Removes keys, whatever their values, from many resources. */
export default function RemoveTagsDialog({ resources, onClose }: RemoveTagsDialogProps) {
  const cloudId = useCloudId()
  const [keys, setKeys] = useState<readonly string[]>([])
  const affected = havingKeys(resources, keys)
  const { batch, run, stop } = useBatch(({ type, id, tags }) =>
    tagCalls(cloudId, { resource_type: type, resource_id: id }).remove(
      tags.map(({ key }) => key).filter((key) => keys.includes(key)),
    ),
  )
  return (
    <BatchDialog
      title={`Remove tags from ${resources.length === 1 ? (resources[0]?.name ?? '') : `${resources.length} resources`}`}
      submitText={
        affected.length === 0
          ? 'Remove tags'
          : affected.length === 1
            ? 'Remove from 1 resource'
            : `Remove from ${affected.length} resources`
      }
      disabledReason={keys.length === 0 ? 'Choose a key first.' : undefined}
      batch={batch}
      onSubmit={() => void run(affected)}
      onRetry={(failed) => void run(failed)}
      onStop={stop}
      onClose={onClose}
    >
      <fieldset className={styles['keys']}>
        <legend className="visually-hidden">Keys to remove</legend>
        <SpaceBetween size="xs">
          {keysOf(resources).map(({ key, count }) => (
            <Checkbox
              key={key}
              checked={keys.includes(key)}
              description={`On ${count} of ${resources.length}`}
              onChange={({ detail }) =>
                setKeys(detail.checked ? [...keys, key] : keys.filter((other) => other !== key))
              }
            >
              {key}
            </Checkbox>
          ))}
        </SpaceBetween>
      </fieldset>
    </BatchDialog>
  )
}
