import { specificationProblems, type VpnGateway } from '@vpn-console/api-client'
import * as z from 'zod'
import { orderable } from './specification-words.ts'

export type SpecificationValues = { flavor: string; isAgreed: boolean }

type Specified = Pick<VpnGateway, 'name' | 'flavor' | 'supported_flavors'>
type Finding = { field: keyof SpecificationValues; message: string }

/** Everything wrong with the form. */
export const specificationFindings = ({ flavor, isAgreed }: SpecificationValues, gateway: Specified): Finding[] => {
  if (flavor === gateway.flavor) return [{ field: 'flavor', message: `${gateway.name} has this specification now.` }]
  const problems = specificationProblems(flavor, gateway).map(({ message }) => ({ field: 'flavor' as const, message }))
  if (problems.length > 0) return problems
  if (orderable(flavor) === undefined) {
    return [{ field: 'flavor', message: `${flavor} is newer than this console, which cannot send it.` }]
  }
  return isAgreed ? [] : [{ field: 'isAgreed', message: 'Confirm the change.' }]
}

export const specificationSchema = (gateway: Specified) =>
  z.custom<SpecificationValues>().superRefine((values, context) => {
    for (const { field, message } of specificationFindings(values, gateway)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })
