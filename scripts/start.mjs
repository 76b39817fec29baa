import { build } from './build.mjs'
import { demoPassword } from './demo-password.mjs'
import { install } from './install.mjs'
import { demandFreePorts } from './ports.mjs'
import { Refusal } from './refusal.mjs'
import { inProject } from './root.mjs'
import { serve } from './servers.mjs'
import { consoleSettings, emulatorSettings } from './settings.mjs'

const emulatorServer = 'apps/emulator/dist/server.js'
const consoleServer = 'apps/bff/dist/server.js'

const urlOf = ({ host, port }) => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

const emulatorPort = ({ port, host }) => ({ name: 'emulator', port, host, variable: 'EMULATOR_PORT' })
const consolePort = ({ port, host }) => ({ name: 'console', port, host, variable: 'CONSOLE_PORT' })

/** Settings of the built emulator with its defaults filled in: the console's demo account is made of them. */
const readEmulator = async () => {
  // A path that the compiler must not follow: it is there only after a build.
  const path = '../apps/emulator/dist/config.js'
  const read = (await import(path)).readSettings(process.env)
  if ('fault' in read) throw new Refusal(read.fault)
  return read.settings
}

/** Environment of a console that knows the emulator and no real cloud, whatever else is set in this shell. */
const demoEnvironment = (emulator, url, folder, password) => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('HUAWEICLOUD_SDK_') && !name.startsWith('CONSOLE_ENDPOINT'),
  )
  return {
    CONSOLE_LOG_LEVEL: 'warn',
    CONSOLE_CLOUD_NAME: 'Emulator',
    CONSOLE_ALLOW_PRIVATE_ENDPOINTS: '1',
    ...Object.fromEntries(kept),
    CONSOLE_DATA_DIR: folder,
    CONSOLE_ADMIN_PASSWORD: password,
    CONSOLE_CLOUD_VENDOR: 'emulator',
    CONSOLE_ENDPOINT: url,
    HUAWEICLOUD_SDK_AK: emulator.EMULATOR_AK,
    HUAWEICLOUD_SDK_SK: emulator.EMULATOR_SK,
    HUAWEICLOUD_SDK_PROJECT_ID: emulator.EMULATOR_PROJECT_ID,
    HUAWEICLOUD_SDK_REGION: emulator.EMULATOR_REGION,
  }
}

const say = (rows) => {
  const lines = rows.map(([label, text]) => `  ${label.padEnd(11)}${text}`)
  console.log(`\n${lines.join('\n')}\n`)
}

const startDemo = async (consoleAt, emulatorAt) => {
  const emulator = await readEmulator()
  const emulatorUrl = urlOf(emulatorAt)
  // A folder of its own: the demo's administrator must not exist where the console manages a real cloud.
  const folder = process.env['CONSOLE_DATA_DIR'] || inProject('.data/demo')
  const given = process.env['CONSOLE_ADMIN_PASSWORD']
  const password = given || demoPassword(folder)
  const plans = [
    {
      name: 'emulator',
      file: emulatorServer,
      env: { ...process.env, EMULATOR_ESTATE: emulatorAt.estate },
      health: emulatorUrl,
      quietStart: true,
    },
    {
      name: 'console',
      file: consoleServer,
      env: demoEnvironment(emulator, emulatorUrl, folder, password),
      health: `${urlOf(consoleAt)}/api/health`,
      quietStart: true,
    },
  ]
  return serve(plans, () =>
    say([
      ['Console', urlOf(consoleAt)],
      ['Sign in', `admin, password ${given ? 'from CONSOLE_ADMIN_PASSWORD' : password}`],
      ['Emulator', `${emulatorUrl} (${emulatorAt.estate} estate, speed ${emulatorAt.speed})`],
      ['Stop', 'Ctrl-C'],
    ]),
  )
}

const startReal = (consoleAt) => {
  const plan = {
    name: 'console',
    file: consoleServer,
    env: process.env,
    health: `${urlOf(consoleAt)}/api/health`,
    // It tells the administrator's password once, when it is made.
    quietStart: false,
  }
  return serve([plan], () =>
    say([
      ['Console', urlOf(consoleAt)],
      ['Cloud', `region ${process.env['HUAWEICLOUD_SDK_REGION']}`],
      ['Sign in', 'admin, password as printed at the first start; CONSOLE_ADMIN_PASSWORD sets a new one'],
      ['Stop', 'Ctrl-C'],
    ]),
  )
}

/** The console, with the emulator beside it unless there are keys of a real cloud. */
export const start = async () => {
  const consoleAt = consoleSettings(process.env)
  if (consoleAt.isReal) {
    await demandFreePorts([consolePort(consoleAt)])
    await install()
    await build({ projects: ['apps/bff'], web: true })
    return startReal(consoleAt)
  }
  const emulatorAt = emulatorSettings(process.env)
  if (emulatorAt.port === consoleAt.port) {
    throw new Refusal(`CONSOLE_PORT and EMULATOR_PORT are both ${consoleAt.port}: give each a port of its own.`)
  }
  await demandFreePorts([consolePort(consoleAt), emulatorPort(emulatorAt)])
  await install()
  await build({ projects: ['apps/emulator', 'apps/bff'], web: true })
  return startDemo(consoleAt, emulatorAt)
}

/** The emulator alone. It prints its own settings. */
export const startEmulator = async () => {
  const at = emulatorSettings(process.env)
  await demandFreePorts([emulatorPort(at)])
  await install()
  await build({ projects: ['apps/emulator'] })
  const plan = { name: 'emulator', file: emulatorServer, env: process.env, health: urlOf(at), quietStart: false }
  return serve([plan], () => console.log('Stop it with Ctrl-C.'))
}
