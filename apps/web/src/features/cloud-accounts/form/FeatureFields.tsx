import { cloudFeatures, type AccountCheck } from '@vpn-console/api-client'
import Checkbox from '@cloudscape-design/components/checkbox'
import { Field } from '../../../ui/form/Field.tsx'
import { FindingView } from '../check/FindingView.tsx'
import { toggleFeature } from '../check/feature-choice.ts'
import type { SettingsValues } from './account-form.ts'
import styles from './FeatureFields.module.css'

/** What the console is to do with the account, with what a test found of each. */
export const FeatureFields = ({ found }: { found: AccountCheck | undefined }) => (
  <Field<SettingsValues>
    name="features"
    label="Features"
    description="What the console is to do here. The IAM policy is written for those that are chosen."
    isWide
  >
    {({ field }) => {
      const chosen = Array.isArray(field.value) ? field.value : []
      const choice = cloudFeatures.map(({ id }) => id).filter((id) => chosen.some((one) => one === id))
      return (
        <ul className={styles['list']}>
          {cloudFeatures.map(({ id, name, description }) => {
            const finding = found?.features.find((one) => one.id === id)
            return (
              <li key={id} className={styles['feature']}>
                <Checkbox
                  checked={choice.includes(id)}
                  description={description}
                  onChange={({ detail }) => field.onChange(toggleFeature(choice, id, detail.checked))}
                >
                  {name}
                </Checkbox>
                {finding && <FindingView finding={finding} />}
              </li>
            )
          })}
        </ul>
      )
    }}
  </Field>
)
