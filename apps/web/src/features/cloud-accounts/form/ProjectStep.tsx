import { useFormContext } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { TestNote } from '../check/TestNote.tsx'
import type { AccountValues } from './account-form.ts'
import { useAccountTest } from './account-test.ts'
import { EndpointFields } from './EndpointFields.tsx'

/** Which project of the region, and at which addresses. */
export const ProjectStep = () => {
  const [region, vendor] = useFormContext<AccountValues>().watch(['region', 'vendor'])
  const test = useAccountTest({ isOfProject: false })
  const projects = test.found?.projects
  const shared = {
    name: 'projectId' as const,
    label: 'Project',
    description: 'Gateways, networks and quotas belong to a project. Each region has one that is named after it.',
  }
  return (
    <>
      <TestNote test={test} />
      {projects ? (
        <ObjectPicker<AccountValues>
          {...shared}
          many="projects"
          list={{ isPending: test.isPending, error: null, refetch: test.run }}
          options={[
            { value: '', label: `The one named ${region}` },
            ...projects.map(({ id, name }) => ({ value: id, label: name, description: id })),
          ]}
        />
      ) : (
        <InputField<AccountValues>
          {...shared}
          label="Project id"
          constraint="Left empty, the one that is named after the region is looked up."
          isOptional
        />
      )}
      <EndpointFields region={region} hasOwnAddress={vendor === 'emulator'} />
    </>
  )
}
