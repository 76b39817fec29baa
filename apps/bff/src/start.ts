import { createConsole, type Console, type ConsoleConfig } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseUnusable } from './store/database-error.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const stop = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const config = (): ConsoleConfig => {
  try {
    return readConfig()
  } catch (error) {
    return stop(error instanceof ConfigError ? error.message : String(error))
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const listen = async (running: Console, { host, port }: ConsoleConfig) => {
  try {
    return await running.listen()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EADDRINUSE') return stop(`Port ${port} is taken: stop what uses it, or set CONSOLE_PORT to another.`)
    if (code === 'EACCES') return stop(`Port ${port} may not be used here: set CONSOLE_PORT to one above 1023.`)
    return stop(`The console cannot listen on ${host}: check CONSOLE_HOST.`)
  }
}

/** Runs the console as a process, from its settings to its end. */
export const start = async (): Promise<void> => {
  const settings = config()
  const running = await createConsole(settings).catch((error: unknown) =>
    stop(
      error instanceof DatabaseUnusable
        ? error.message
        : `The folder ${settings.dataDir} cannot be used for the console's data (${String(codeOf(error) ?? error)}).`,
    ),
  )
  // Before anything else can fail: it is told this once.
  if (running.newAdmin) say(`Sign in as ${running.newAdmin.userName} with the password ${running.newAdmin.password}`)
  const { url } = await listen(running, settings)
  say(`VPN Console listens on ${settings.publicUrl ?? url}`)

  const close = () => {
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)

  // Looked up now, so that a wrong key is told at once; the console runs without it, and says the same in the browser.
  if (settings.cloud) {
    await running.clouds.ready(settings.cloud.id).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'The cloud cannot be used yet.'}\n`)
    })
  }
}
