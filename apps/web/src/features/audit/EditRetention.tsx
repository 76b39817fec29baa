import type { AuditSettings } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useLocation } from 'react-router'
import { ownCall, renew } from '../../api/console-call.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormDialog } from '../../ui/form/FormDialog.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { RadioField } from '../../ui/form/RadioField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { retentionForm, retentionValues, toRetentionDays, type RetentionFormValues } from './retention-form.ts'

type EditRetentionProps = { settings: AuditSettings; onClose: () => void }

/** Changes how long entries are kept. */
export default function EditRetention({ settings, onClose }: EditRetentionProps) {
  const { pathname, search } = useLocation()
  const form = useDraftForm<RetentionFormValues>({
    schema: retentionForm,
    defaultValues: retentionValues(settings.retention_days),
  })
  const kept = form.watch('kept')

  const submit = async (values: RetentionFormValues): Promise<string> => {
    await ownCall('updateAuditSettings', { body: { retention_days: toRetentionDays(values) } })
    await renew('showAuditSettings', 'showAuditChain', 'listAuditEntries')
    onClose()
    return `${pathname}${search}`
  }

  return (
    <FormDialog<RetentionFormValues>
      title="Change retention"
      submitText="Save retention"
      errorTitle="The retention was not changed"
      form={form}
      submit={submit}
      errorFields={(error) => fieldErrors<RetentionFormValues>(error, { retention_days: 'days' })}
      onClose={onClose}
    >
      <RadioField<RetentionFormValues>
        name="kept"
        label="Entries are kept"
        options={[
          { value: 'for-ever', label: 'For ever' },
          { value: 'for-days', label: 'For a number of days' },
        ]}
      />
      {kept === 'for-days' && (
        <SpaceBetween size="m">
          <InputField<RetentionFormValues> name="days" label="Days" inputMode="numeric" />
          <Alert type="warning">
            Older entries are removed as soon as this is saved, and cannot be brought back. Export them before.
          </Alert>
        </SpaceBetween>
      )}
    </FormDialog>
  )
}
