import { iamPolicies, type CloudFeatureId, type IamPolicies } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import { CodeView, type CodeFormat } from '../../ui/code/CodeView.tsx'
import styles from './PolicyView.module.css'

type Level = IamPolicies['policies'][number]['level']

const levels: Record<Level, { text: string; note: string }> = {
  project: {
    text: 'For the project',
    note: 'Make it a custom policy of services with projects, and grant it in the project of this account.',
  },
  global: {
    text: 'For global services',
    note: 'IAM takes the actions of global services in a policy of their own: grant this one for all resources.',
  },
}

type PolicyViewProps = { features: readonly CloudFeatureId[]; /** Whose it is. */ name: string }

/** The smallest IAM policy for the chosen features, to be copied into IAM. */
export const PolicyView = ({ features, name }: PolicyViewProps) => {
  const { policies, unnamed } = iamPolicies(features)
  const formats: CodeFormat[] = policies.map(({ level, document }) => ({
    id: level,
    text: levels[level].text,
    write: () => JSON.stringify(document, null, 2),
    fileName: `vpn-console-${level}.json`,
    note: levels[level].note,
  }))
  if (formats.length === 0) return <Box color="text-body-secondary">Choose a feature to see its policy.</Box>
  return (
    <>
      <p className={styles['way']}>
        In IAM: Permissions, Policies, Create custom policy, JSON. Then grant it to the group of the console’s user.
      </p>
      <CodeView label={`Policies of ${name}`} formats={formats} />
      {unnamed.length > 0 && (
        <p className={styles['way']}>
          The cloud documents no action for {unnamed.length} of the calls, among them {unnamed.slice(0, 3).join(', ')}.
          Should it refuse one, its answer names what to add.
        </p>
      )}
    </>
  )
}
