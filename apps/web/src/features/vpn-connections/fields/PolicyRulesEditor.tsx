import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFieldArray, useFormContext, useFormState, type FieldError, type FieldPath } from 'react-hook-form'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TextareaField } from '../../../ui/form/TextareaField.tsx'
import { emptyPolicyRule, mostPolicyRules, rulesBetween, type PolicyRuleFormValues } from './policy-rules-form.ts'
import styles from './PolicyRulesEditor.module.css'

type WithRules = { policy_rules: PolicyRuleFormValues[] }

type PolicyRulesEditorProps = {
  isIpv6: boolean
  /** Where rules can be made from: the gateway's own subnets, and those of the peer. */
  localSubnets: readonly string[]
  peerSubnets: readonly string[]
  warning?: string | undefined
}

/** The error of the list itself, which the form library keeps beside those of its rows. */
const listError = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const { root, message } = error as { root?: FieldError; message?: unknown } // what the library makes of a list
  return root?.message ?? (typeof message === 'string' ? message : undefined)
}

const fillReason = (localSubnets: readonly string[], peerSubnets: readonly string[]): string | undefined => {
  if (localSubnets.length === 0) return 'The gateway has no local subnets to take.'
  return peerSubnets.length === 0 ? 'Enter the peer subnets first.' : undefined
}

/** Which traffic goes through the tunnel, of a form that has `policy_rules`. */
export const PolicyRulesEditor = ({ isIpv6, localSubnets, peerSubnets, warning }: PolicyRulesEditorProps) => {
  const { control, trigger } = useFormContext<WithRules>()
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'policy_rules' })
  const { errors, isSubmitted } = useFormState({ control, name: 'policy_rules' })
  const error = listError(errors.policy_rules)
  const recheck = () => {
    if (isSubmitted || errors.policy_rules) void trigger('policy_rules')
  }
  const path = (index: number, field: keyof PolicyRuleFormValues): FieldPath<WithRules> =>
    `policy_rules.${index}.${field}`

  return (
    <FormField
      label="Policy rules"
      description="What goes from a source behind the gateway to a destination behind the customer device is encrypted. The customer device needs the mirror image."
      constraintText={`At most ${mostPolicyRules} rules, each with its own source, and 50 destinations in each.`}
      errorText={error}
      warningText={error === undefined ? warning : undefined}
      stretch
    >
      <SpaceBetween size="s">
        <ol className={styles['rules']}>
          {fields.map(({ id }, index) => (
            <li key={id} className={styles['rule']}>
              <InputField<WithRules>
                name={path(index, 'source')}
                label={`Source of rule ${index + 1}`}
                placeholder={localSubnets[index] ?? (isIpv6 ? '2001:db8::/64' : '10.0.0.0/24')}
              />
              <TextareaField<WithRules>
                name={path(index, 'destination')}
                label={`Destinations of rule ${index + 1}`}
                placeholder={isIpv6 ? '2001:db8:1::/64' : '192.168.0.0/24'}
                rows={2}
              />
              <div className={styles['remove']}>
                <ActionButton
                  iconName="remove"
                  variant="icon"
                  ariaLabel={`Remove rule ${index + 1}`}
                  onClick={() => {
                    remove(index)
                    recheck()
                  }}
                >
                  {null}
                </ActionButton>
              </div>
            </li>
          ))}
        </ol>
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton
            iconName="add-plus"
            disabledReason={
              fields.length >= mostPolicyRules ? `A connection takes at most ${mostPolicyRules} rules.` : undefined
            }
            onClick={() => {
              append(emptyPolicyRule)
              recheck()
            }}
          >
            Add rule
          </ActionButton>
          <ActionButton
            disabledReason={fillReason(localSubnets, peerSubnets)}
            onClick={() => {
              replace(rulesBetween(localSubnets, peerSubnets))
              recheck()
            }}
          >
            Make rules from the subnets
          </ActionButton>
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  )
}
