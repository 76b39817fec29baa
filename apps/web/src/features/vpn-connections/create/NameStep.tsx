import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TagsField } from '../../../ui/form/TagsField.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { laterWords } from '../fields/effects.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { renamedTunnels } from './form-changes.ts'
import { useConnectionForm } from './use-connection-form.ts'

const nameRule = `Letters, digits, underscores, hyphens and periods, at most 64. ${laterWords('name')}`

/** Step 4: what the connections are called, and their tags. */
export const NameStep = () => {
  const { form, values, gateway, warnings, change } = useConnectionForm()
  const isPair = values.extent === 'pair'
  return (
    <SpaceBetween size="l">
      <InputField<ConnectionFormValues>
        name="name"
        label="Name"
        description={isPair ? 'Of the pair: its tunnels are called after it.' : undefined}
        constraint={nameRule}
        placeholder="paris-lyon"
        warning={isPair ? undefined : warnings['name']}
        // The values are still those from before the key was hit.
        onType={(name) => change({ tunnels: renamedTunnels(form.getValues('tunnels'), values.name, name) })}
      />
      {isPair && (
        <ColumnLayout columns={2}>
          <InputField<ConnectionFormValues>
            name="tunnels.0.name"
            label="Name of tunnel 1"
            warning={warnings['tunnels.0.name']}
          />
          <InputField<ConnectionFormValues>
            name="tunnels.1.name"
            label="Name of tunnel 2"
            warning={warnings['tunnels.1.name']}
          />
        </ColumnLayout>
      )}
      <KeyValues
        items={[{ label: 'Enterprise project', value: `That of ${gateway?.name ?? 'the VPN gateway'}` }]}
        columns={1}
      />
      <TagsField<ConnectionFormValues> name="tags" />
    </SpaceBetween>
  )
}
