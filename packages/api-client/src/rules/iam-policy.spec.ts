import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRead, operation, operationNames } from '../catalogue/catalogue.ts'
import { grants } from '../catalogue/grants.ts'
import { cloudFeatureIds, cloudFeatures, signInOperations, withNeededFeatures } from './cloud-features.ts'
import { iamPolicies, operationsOfFeatures } from './iam-policy.ts'

const someFeatures = fc.subarray([...cloudFeatureIds])
const actionsOf = (features: Parameters<typeof iamPolicies>[0]) =>
  iamPolicies(features).policies.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action))

describe('features', () => {
  test('share every call of the catalogue among them, but for those of signing in', () => {
    const covered = new Set([...cloudFeatures.flatMap(({ operations }) => operations), ...signInOperations])
    expect([...covered].toSorted()).toEqual([...operationNames].toSorted())
  })

  test('have one row for each id, in its order', () => {
    expect(cloudFeatures.map(({ id }) => id)).toEqual([...cloudFeatureIds])
  })

  test('that only look change nothing', () => {
    const looking = cloudFeatures.filter(({ needs }) => needs.length === 0)
    expect(looking.flatMap(({ operations }) => operations).filter((name) => !isRead(operation(name)))).toEqual([])
  })

  test('bring what they need', () => {
    fc.assert(
      fc.property(someFeatures, (chosen) => {
        const all = withNeededFeatures(chosen)
        expect(all).toEqual(expect.arrayContaining(chosen))
        expect(withNeededFeatures(all)).toEqual(all)
        for (const { id, needs } of cloudFeatures)
          if (all.includes(id)) expect(all).toEqual(expect.arrayContaining([...needs]))
      }),
    )
  })
})

describe('the policies of features', () => {
  test('hold the action and the dependencies of every row of them, and nothing else', () => {
    fc.assert(
      fc.property(someFeatures, (chosen) => {
        const rows = operationsOfFeatures(chosen)
        const wanted = rows.flatMap((name) => [operation(name).action, ...(grants[name]?.dependencies ?? [])])
        const given = actionsOf(chosen)
        expect([...given].toSorted()).toEqual([...new Set(wanted)].filter((action) => action !== null).toSorted())
      }),
    )
  })

  test('hold no wildcard, and each action once', () => {
    const given = actionsOf(cloudFeatureIds)
    expect(given.filter((action) => action.includes('*'))).toEqual([])
    expect(new Set(given).size).toBe(given.length)
  })

  test('keep global services apart from those with projects', () => {
    fc.assert(
      fc.property(someFeatures, (chosen) => {
        for (const { level, document } of iamPolicies(chosen).policies) {
          const services = document.Statement.flatMap(({ Action }) => Action.map((action) => action.split(':')[0]))
          const isGlobal = services.map((service) => ['iam', 'scm', 'eps'].includes(service ?? ''))
          expect(new Set(isGlobal)).toEqual(new Set([level === 'global']))
        }
      }),
    )
  })

  test('are what IAM takes', () => {
    expect(iamPolicies(['certificates'])).toEqual({
      policies: [
        { level: 'global', document: { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['scm:cert:list'] }] } },
      ],
      unnamed: ['listProjects', 'listAuthProjects', 'listRegions'],
    })
  })

  test('name the calls that they could not cover', () => {
    const { unnamed } = iamPolicies(['p2c-manage'])
    expect(unnamed).toEqual(expect.arrayContaining(['createP2cVgw', 'deleteP2cVgw', 'listP2cVgwAvailabilityZones']))
    expect(unnamed).not.toContain('listP2cVgws')
  })

  test('of nothing are none', () => {
    expect(iamPolicies([]).policies).toEqual([])
  })
})
