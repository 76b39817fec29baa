import { p2cGatewayRefuses, type P2cVpnGateway } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { FormProvider, useFormContext } from 'react-hook-form'
import { call } from '../../../api/client.ts'
import { invalidate, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { showFlash } from '../../../ui/flashes.ts'
import { RequestSection } from '../../../ui/form/RequestSection.tsx'
import { UnsavedGuard } from '../../../ui/form/UnsavedGuard.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { FormError } from '../../../ui/FormError.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import {
  logConfigErrors,
  logConfigSchema,
  logConfigValues,
  toLogConfigBody,
  type LogConfigValues,
} from './log-config-form.ts'
import { logGroups, logStreams, type LogPlace } from './log-queries.ts'

const days = (ttl: number | undefined) => (ttl === undefined ? undefined : `kept ${ttl} days`)

const StreamFields = () => {
  const cloudId = useCloudId()
  const { watch, setValue, clearErrors } = useFormContext<LogConfigValues>()
  const groupId = watch('groupId')
  const groups = useQuery(logGroups(cloudId))
  const streams = useQuery({ ...logStreams(cloudId, groupId), enabled: groupId !== '' })
  return (
    <>
      <ObjectPicker<LogConfigValues>
        name="groupId"
        label="Log group"
        many="log groups"
        list={groups}
        options={(groups.data?.log_groups ?? []).map(({ log_group_id, log_group_name, ttl_in_days }) => ({
          value: log_group_id,
          label: log_group_name ?? log_group_id,
          description: [log_group_id, days(ttl_in_days)].filter(Boolean).join(' · '),
        }))}
        onPick={() => {
          setValue('streamId', '', { shouldDirty: true })
          clearErrors('streamId')
        }}
      />
      <ObjectPicker<LogConfigValues>
        name="streamId"
        label="Log stream"
        many="log streams"
        list={streams}
        disabled={groupId === ''}
        constraint={groupId === '' ? 'Choose the log group first.' : 'One of its own is easier to read.'}
        options={(streams.data?.log_streams ?? []).map(({ log_stream_id, log_stream_name }) => ({
          value: log_stream_id,
          label: log_stream_name ?? log_stream_id,
          description: log_stream_id,
        }))}
      />
    </>
  )
}

type LogConfigFormProps = { gateway: P2cVpnGateway; place: LogPlace | null; onClose: () => void }

/** Chooses the stream that a gateway writes its connection log into. */
export const LogConfigForm = ({ gateway, place, onClose }: LogConfigFormProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { id, name } = gateway
  const isSaved = useRef(false)
  const form = useDraftForm<LogConfigValues>({ schema: logConfigSchema, defaultValues: logConfigValues(place) })
  const inputOf = (values: LogConfigValues) => ({ params: { p2c_vgw_id: id }, body: toLogConfigBody(values) })
  const saving = useMutation({
    mutationFn: (values: LogConfigValues) => call(cloudId, 'updateVpnConnectionsLogConfig', inputOf(values)),
    onSuccess: () => {
      isSaved.current = true
      showFlash({ type: 'success', content: `${name} writes its connection log into the stream now.` })
      onClose()
    },
    onError: (error) => {
      for (const { field, message } of logConfigErrors(error)) form.setError(field, { type: 'server', message })
    },
    // Also after a failure: the change may have been made although its answer was lost.
    onSettled: () => invalidate(cloudId, 'showVpnConnectionsLogConfig'),
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
          <Container header={<Header variant="h2">Connection log of {name}</Header>}>
            <SpaceBetween size="l">
              <StreamFields />
            </SpaceBetween>
          </Container>
          <RequestSection
            requests={() => [{ name: 'updateVpnConnectionsLogConfig', input: inputOf(form.getValues()) }]}
          />
          {saving.error !== null && !saving.isPending && (
            <FormError title="The connection log was not set up" error={saving.error} />
          )}
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton variant="link" onClick={onClose}>
              Cancel
            </ActionButton>
            <ActionButton
              submit
              variant="primary"
              loading={saving.isPending}
              loadingText="Saving"
              disabledReason={denied('updateVpnConnectionsLogConfig') ?? p2cGatewayRefuses('update', gateway)}
            >
              Write into this stream
            </ActionButton>
          </SpaceBetween>
        </SpaceBetween>
      </form>
      <UnsavedGuard isDirty={form.formState.isDirty} isSaved={() => isSaved.current} onLeave={() => form.reset()} />
    </FormProvider>
  )
}
