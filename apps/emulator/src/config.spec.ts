import { expect, test } from 'vitest'
import { defaults, readSettings } from './config.ts'

test('without variables everything has its default', () => {
  expect(readSettings({})).toEqual({
    settings: {
      EMULATOR_PORT: 8081,
      EMULATOR_HOST: '127.0.0.1',
      EMULATOR_AK: defaults.ak,
      EMULATOR_SK: defaults.sk,
      EMULATOR_PROJECT_ID: defaults.projectId,
      EMULATOR_REGION: 'cn-south-1',
      EMULATOR_SPEED: 1,
      EMULATOR_ESTATE: 'demo',
      EMULATOR_CONTROL: false,
      EMULATOR_USER: defaults.user,
      EMULATOR_PASSWORD: defaults.password,
      EMULATOR_DOMAIN: defaults.domain,
    },
  })
})

test('what is set is read; an empty variable counts as not set', () => {
  const read = readSettings({
    EMULATOR_PORT: '9100',
    EMULATOR_SPEED: '1000',
    EMULATOR_ESTATE: 'large',
    EMULATOR_CONTROL: '1',
    EMULATOR_AK: '',
  })
  expect(read).toMatchObject({
    settings: {
      EMULATOR_PORT: 9100,
      EMULATOR_SPEED: 1000,
      EMULATOR_ESTATE: 'large',
      EMULATOR_CONTROL: true,
      EMULATOR_AK: defaults.ak,
    },
  })
})

test.each([
  ['EMULATOR_PORT', 'http'],
  ['EMULATOR_PORT', '70000'],
  ['EMULATOR_SPEED', '0'],
  ['EMULATOR_SPEED', 'fast'],
  ['EMULATOR_ESTATE', 'huge'],
  ['EMULATOR_CONTROL', 'yes'],
  ['EMULATOR_AK', 'with space'],
  ['EMULATOR_PROJECT_ID', 'a/b'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const read = readSettings({ [name]: value })
  expect(read).toEqual({ fault: expect.stringMatching(new RegExp(`^${name} must .*\\.$`)) })
})
