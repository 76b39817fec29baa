import { expect, test } from 'vitest'
import { erroneousFields, stepOfFields, type WizardStep } from './wizard-steps.ts'

type Values = { name: string; eip1: { size: string }; tags: { key: string }[] }

const Content = () => null
const steps: WizardStep<Values>[] = [
  { id: 'addresses', title: 'Addresses', fields: ['eip1'], Content },
  { id: 'name', title: 'Name and tags', fields: ['name', 'tags'], Content },
]

test('the fields of nested errors are named by their paths', () => {
  const errors = {
    eip1: { size: { type: 'custom', message: 'Too much.' } },
    tags: [undefined, { key: { type: 'custom', message: 'Twice.' } }],
  }
  expect(erroneousFields(errors)).toEqual(['eip1.size', 'tags.1.key'])
})

test('an error opens the first step that owns one of its fields', () => {
  expect(stepOfFields(steps, ['tags.1.key', 'eip1.size'])).toBe(0)
  expect(stepOfFields(steps, ['tags.1.key'])).toBe(1)
  expect(stepOfFields(steps, ['colour', 'names'])).toBeUndefined()
})
