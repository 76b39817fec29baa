import { operation, type OperationName } from '../catalogue/catalogue.ts'
import { grants } from '../catalogue/grants.ts'
import { cloudFeatures, signInOperations, withNeededFeatures, type CloudFeatureId } from './cloud-features.ts'

/** A custom policy as IAM takes it in its JSON view. */
export type IamPolicyDocument = { Version: '1.1'; Statement: { Effect: 'Allow'; Action: string[] }[] }

export type IamPolicies = {
  /**
   * The policies to create: IAM takes the actions of global services and those of services with projects in separate ones,
   * and a global one is granted for all resources, the other in the region's project. One that is empty is left out.
   */
  policies: { level: 'project' | 'global'; document: IamPolicyDocument }[]
  /** Calls for which no action is documented: if the cloud refuses them, its answer names what to add. */
  unnamed: OperationName[]
}

const globalServices = new Set(['iam', 'scm', 'eps'])
const levelOf = (action: string) => (globalServices.has(action.slice(0, action.indexOf(':'))) ? 'global' : 'project')
const levels = ['project', 'global'] as const

/** The calls that the features make, with those of features they need. */
export const operationsOfFeatures = (features: readonly CloudFeatureId[]): OperationName[] => {
  const chosen = withNeededFeatures(features)
  return [...new Set(cloudFeatures.flatMap(({ id, operations }) => (chosen.includes(id) ? operations : [])))]
}

/** The smallest IAM custom policies with which the chosen features work: their rows' actions and what those depend on. */
export const iamPolicies = (features: readonly CloudFeatureId[]): IamPolicies => {
  const operations = operationsOfFeatures(features)
  const actions = operations.flatMap((name) => {
    const { action } = operation(name)
    return [...(action === null ? [] : [action]), ...(grants[name]?.dependencies ?? [])]
  })
  const sorted = [...new Set(actions)].toSorted()
  return {
    policies: levels.flatMap((level) => {
      const Action = sorted.filter((action) => levelOf(action) === level)
      if (Action.length === 0) return []
      return [{ level, document: { Version: '1.1' as const, Statement: [{ Effect: 'Allow' as const, Action }] } }]
    }),
    unnamed: [...signInOperations, ...operations].filter(
      (name) => name !== 'createToken' && operation(name).action === null,
    ),
  }
}
