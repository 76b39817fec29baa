import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { useCloudId } from '../../api/operation-query.ts'
import { TagsField } from '../../ui/form/TagsField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { tagCalls } from './save-tags.ts'
import { mostTags } from './tag-changes.ts'
import { tagFormSchema, type TagFormValues } from './tag-form.ts'
import { planOfAdding, type Tagged } from './tagged.ts'
import { useBatch } from './use-batch.ts'

const shown = 5

type AddTagsDialogProps = { resources: readonly Tagged[]; onClose: () => void }

/** Adds tags to many resources; a key that one has already gets the new value. */
export default function AddTagsDialog({ resources, onClose }: AddTagsDialogProps) {
  const cloudId = useCloudId()
  const schema = useMemo(() => tagFormSchema({ atLeastOne: true }), [])
  const form = useDraftForm<TagFormValues>({ schema, defaultValues: { tags: [{ key: '', value: '' }] } })
  const tags = form.watch('tags').filter(({ key }) => key !== '')
  const { overwritten, full, able } = planOfAdding(resources, tags)
  const { batch, run, stop } = useBatch(({ type, id }) =>
    tagCalls(cloudId, { resource_type: type, resource_id: id }).set(form.getValues('tags')),
  )
  const howMany = able.length === 1 ? '1 resource' : `${able.length} resources`
  const more = overwritten.length - shown

  return (
    <FormProvider {...form}>
      <BatchDialog
        title={`Add tags to ${resources.length === 1 ? (resources[0]?.name ?? '') : `${resources.length} resources`}`}
        submitText={`Add to ${howMany}`}
        disabledReason={
          tags.length === 0
            ? 'Give a tag first.'
            : able.length === 0
              ? `None of them has room for it: a resource has at most ${mostTags} tags.`
              : undefined
        }
        batch={batch}
        onSubmit={() => void form.handleSubmit(() => run(able))()}
        onRetry={(failed) => void run(failed)}
        onStop={stop}
        onClose={onClose}
      >
        <SpaceBetween size="m">
          <TagsField<TagFormValues> name="tags" isOptional={false} />
          {overwritten.length > 0 && (
            <Alert type="warning" header="Values that will be replaced">
              {overwritten.slice(0, shown).map(({ name, key, before, after }) => (
                <div key={`${name} ${key}`}>
                  {name}: {key} from {before === '' ? '(empty)' : before} to {after === '' ? '(empty)' : after}
                </div>
              ))}
              {more > 0 && <div>and {more} more</div>}
            </Alert>
          )}
          {full.length > 0 && (
            <Alert type="warning" header={`Left out, as they would have more than ${mostTags} tags`}>
              {full.map(({ name }) => name).join(', ')}
            </Alert>
          )}
        </SpaceBetween>
      </BatchDialog>
    </FormProvider>
  )
}
