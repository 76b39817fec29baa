import { createEmulator } from './app.ts'
import { readSettings } from './config.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const read = readSettings()
const settings = 'settings' in read ? read.settings : giveUp(read.fault)
const { EMULATOR_HOST: host, EMULATOR_PORT: port, EMULATOR_SPEED: speed, EMULATOR_ESTATE: estate } = settings

const emulator = createEmulator({
  estate,
  speed,
  ak: settings.EMULATOR_AK,
  sk: settings.EMULATOR_SK,
  projectId: settings.EMULATOR_PROJECT_ID,
  region: settings.EMULATOR_REGION,
  control: settings.EMULATOR_CONTROL,
  user: settings.EMULATOR_USER,
  password: settings.EMULATOR_PASSWORD,
  domain: settings.EMULATOR_DOMAIN,
})

const listening = await emulator
  .listen(port, host)
  .catch((error: unknown) =>
    giveUp(
      isTaken(error)
        ? `Port ${port} is taken: stop what listens there, or set EMULATOR_PORT to another.`
        : `The emulator cannot listen on ${host}:${port} (${error instanceof Error ? error.message : String(error)}).`,
    ),
  )

// These keys open nothing but this process.
const { ak, sk, projectId, region } = emulator.defaultProject
say(`Emulator of the cloud on ${listening.url}`)
say(`  project ${projectId}, region ${region}, estate ${estate}, speed ${speed}`)
say(`  AK ${ak}  SK ${sk}`)
say(`  token user ${settings.EMULATOR_USER} / ${settings.EMULATOR_PASSWORD}, account ${settings.EMULATOR_DOMAIN}`)
if (settings.EMULATOR_CONTROL) say(`  control endpoints on ${listening.url}/control`)

const stop = () => {
  void listening.close().then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
