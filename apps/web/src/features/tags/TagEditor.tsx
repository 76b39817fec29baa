import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import type { VpnResourceTag } from '@vpn-console/api-client'
import { useMemo, useRef, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { clearDraft, hasDraft } from '../../ui/form/draft.ts'
import { RequestSection } from '../../ui/form/RequestSection.tsx'
import { TagsField } from '../../ui/form/TagsField.tsx'
import { UnsavedGuard } from '../../ui/form/UnsavedGuard.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { FormError } from '../../ui/FormError.tsx'
import { ForeignChanges } from './ForeignChanges.tsx'
import { saveTags, tagCalls, type TagPlace } from './save-tags.ts'
import { tagChanges, type ForeignChange } from './tag-changes.ts'
import { TagChangeList } from './TagChangeList.tsx'
import { tagFormSchema, type TagFormValues } from './tag-form.ts'
import { requestsOf } from './tag-requests.ts'
import { readsOfTags } from './tag-types.ts'
import styles from './TagEditor.module.css'

type TagEditorProps = {
  place: TagPlace
  name: string
  /** What the resource has now, without the cloud's own. */
  tags: readonly VpnResourceTag[]
  draftKey: string
  disabledReason: string | undefined
  onClose: () => void
}

/** Changes the tags of one resource: what will change is shown before it is saved. */
export const TagEditor = ({ place, name, tags, draftKey, disabledReason, onClose }: TagEditorProps) => {
  const cloudId = useCloudId()
  // What the changes are made to; moved on only when somebody else's changes have been shown.
  const [base, setBase] = useState(tags)
  const [foreign, setForeign] = useState<readonly ForeignChange[]>([])
  const isSaved = useRef(false)
  const schema = useMemo(() => tagFormSchema(), [])
  const form = useDraftForm<TagFormValues>({ draftKey, schema, defaultValues: { tags: [...tags] } })
  const wanted = form.watch('tags')
  const changes = tagChanges(base, wanted)
  const calls = tagCalls(cloudId, place)

  const saving = useMutation({
    mutationFn: (values: TagFormValues) => saveTags(calls, base, values.tags),
    onSuccess: (saved) => {
      if (saved.result === 'changed') {
        setBase(saved.current)
        setForeign(saved.foreign)
        form.setValue('tags', saved.merged, { shouldDirty: true, shouldValidate: true })
        return
      }
      isSaved.current = true
      clearDraft(draftKey)
      showFlash({ type: 'success', content: `The tags of ${name} are saved.` })
      onClose()
    },
    onSettled: () => invalidate(cloudId, ...readsOfTags),
  })

  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit((values) => {
            if (!saving.isPending) saving.mutate(values)
          })(event)
        }
      >
        <SpaceBetween size="m">
          {foreign.length > 0 && <ForeignChanges name={name} foreign={foreign} />}
          <Container header={<Header variant="h2">{`Edit the tags of ${name}`}</Header>}>
            <div className={styles['fields']}>
              <TagsField<TagFormValues> name="tags" isOptional={false} />
              <section aria-labelledby="tag-changes" aria-live="polite">
                <h3 id="tag-changes" className={styles['title']}>
                  What will be changed
                </h3>
                <TagChangeList changes={changes} none="Nothing yet." />
              </section>
            </div>
          </Container>
          <RequestSection requests={() => requestsOf(place, changes)} />
          {saving.error !== null && !saving.isPending && (
            <FormError title={`The tags of ${name} were not saved`} error={saving.error} />
          )}
          <div className={styles['buttons']}>
            <ActionButton
              variant="link"
              onClick={() => {
                clearDraft(draftKey)
                onClose()
              }}
            >
              Cancel
            </ActionButton>
            <ActionButton
              submit
              variant="primary"
              loading={saving.isPending}
              loadingText="Saving"
              disabledReason={disabledReason ?? (changes.length === 0 ? 'Nothing is changed yet.' : undefined)}
            >
              Save tags
            </ActionButton>
          </div>
        </SpaceBetween>
      </form>
      <UnsavedGuard
        isDirty={form.formState.isDirty || hasDraft(draftKey)}
        isSaved={() => isSaved.current}
        onLeave={() => clearDraft(draftKey)}
      />
    </FormProvider>
  )
}
