import type { SummaryLine, WizardStep } from '../../../ui/form/wizard-steps.ts'
import { credentialWords, vendorWords } from '../account-words.ts'
import type { AccountValues } from './account-form.ts'
import { featureNames } from './feature-names.ts'
import { FeaturesStep } from './FeaturesStep.tsx'
import { KeysStep } from './KeysStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { ProjectStep } from './ProjectStep.tsx'

const addressLines = ({ endpoint, endpoints, domainId }: AccountValues): SummaryLine[] => {
  const own = Object.entries(endpoints).filter(([, url]) => url.trim() !== '')
  return [
    ...(domainId.trim() === '' ? [] : [{ label: 'Account id', value: domainId }]),
    ...(endpoint.trim() === '' ? [] : [{ label: 'Address', value: endpoint }]),
    ...own.map(([service, url]) => ({ label: `Address of ${service}`, value: url })),
  ]
}

export const accountSteps: readonly WizardStep<AccountValues>[] = [
  {
    id: 'place',
    title: 'Vendor and region',
    fields: ['vendor', 'region', 'name'],
    Content: PlaceStep,
    summary: ({ vendor, region, name }) => [
      { label: 'Name', value: name },
      { label: 'Vendor', value: vendorWords(vendor) },
      { label: 'Region', value: region },
    ],
  },
  {
    id: 'keys',
    title: 'Keys',
    description: 'What the console signs its calls with. They are sealed when they are saved, and never shown again.',
    fields: ['kind', 'ak', 'sk', 'securityToken', 'user', 'password', 'domain'],
    Content: KeysStep,
    summary: ({ kind, ak, user }) => [
      { label: 'Keys', value: credentialWords(kind) },
      kind === 'password' ? { label: 'IAM user', value: user } : { label: 'Access key id', value: ak },
    ],
  },
  {
    id: 'project',
    title: 'Project',
    fields: ['projectId', 'domainId', 'endpoint', 'endpoints'],
    Content: ProjectStep,
    summary: (values) => [
      { label: 'Project', value: values.projectId === '' ? `The one named ${values.region}` : values.projectId },
      ...addressLines(values),
    ],
  },
  {
    id: 'features',
    title: 'Features and test',
    fields: ['features'],
    Content: FeaturesStep,
    summary: ({ features }) => [{ label: 'Features', value: featureNames(features).join(', ') }],
  },
]

/** The emulator’s address is asked for with its region: without it nothing can be tested. */
export const emulatorSteps: readonly WizardStep<AccountValues>[] = accountSteps.map((step) => {
  if (step.id === 'place') return { ...step, fields: [...step.fields, 'endpoint'] }
  if (step.id === 'project') return { ...step, fields: ['projectId', 'domainId', 'endpoints'] }
  return step
})
