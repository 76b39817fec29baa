import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFormContext } from 'react-hook-form'
import { TestNote } from '../check/TestNote.tsx'
import { PolicyView } from '../PolicyView.tsx'
import type { AccountValues } from './account-form.ts'
import { useAccountTest } from './account-test.ts'
import { FeatureFields } from './FeatureFields.tsx'

/** What it is for, what the keys may do of it, and the policy with which they may. */
export const FeaturesStep = () => {
  const features = useFormContext<AccountValues>().watch('features')
  const test = useAccountTest({ isOfProject: true })
  return (
    <>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <TestNote test={test} />
        {test.found && !test.found.problem && (
          <Button formAction="none" onClick={test.run} loading={test.isPending} loadingText="Testing">
            Test again
          </Button>
        )}
      </SpaceBetween>
      <FeatureFields found={test.found} />
      <ExpandableSection
        headerText="IAM policy"
        headerDescription="The smallest one with which the chosen features work. Is something missing above? Put this in, then test again."
      >
        <PolicyView features={features} name="the console" />
      </ExpandableSection>
    </>
  )
}
