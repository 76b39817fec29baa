import { Refusal } from './refusal.mjs'

// The servers check their own settings, each with its sentence. What is checked here, too, is what would cost a whole
// build before anybody is told.

const valueOf = (env, name, fallback) => env[name] || fallback

const portOf = (env, name, fallback) => {
  const text = valueOf(env, name, fallback)
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new Refusal(`${name} is ${text}, but a port is a whole number from 1 to 65535.`)
  }
  return port
}

const estates = ['empty', 'demo', 'large']

/**
 * Port and host of the emulator; refuses settings that it would refuse.
 * @param {Record<string, string | undefined>} env
 */
export const emulatorSettings = (env) => {
  const port = portOf(env, 'EMULATOR_PORT', '8081')
  const speed = valueOf(env, 'EMULATOR_SPEED', '1')
  if (!(Number(speed) > 0 && Number(speed) <= 1_000_000)) {
    throw new Refusal(`EMULATOR_SPEED is ${speed}, but it must be a number above 0 (1 is about as slow as the cloud).`)
  }
  const estate = valueOf(env, 'EMULATOR_ESTATE', 'demo')
  if (!estates.includes(estate)) {
    throw new Refusal(`EMULATOR_ESTATE is ${estate}, but it must be one of ${estates.join(', ')}.`)
  }
  return { port, host: valueOf(env, 'EMULATOR_HOST', '127.0.0.1'), speed, estate }
}

/**
 * Port and host of the console, and whether it has a real cloud to talk to.
 * @param {Record<string, string | undefined>} env
 */
export const consoleSettings = (env) => {
  const port = portOf(env, 'CONSOLE_PORT', '8080')
  const isReal = Boolean(env['HUAWEICLOUD_SDK_AK'] || env['HUAWEICLOUD_SDK_SK'] || env['CONSOLE_CLOUD_USER'])
  if (env['HUAWEICLOUD_SDK_AK'] && !env['HUAWEICLOUD_SDK_SK']) {
    throw new Refusal('Set HUAWEICLOUD_SDK_SK too: it belongs to HUAWEICLOUD_SDK_AK.')
  }
  if (isReal && !env['HUAWEICLOUD_SDK_REGION']) {
    throw new Refusal('Set HUAWEICLOUD_SDK_REGION to the region of the gateways, for example eu-west-101.')
  }
  return { port, host: valueOf(env, 'CONSOLE_HOST', '127.0.0.1'), isReal }
}
