import { ConfigError, readConfig } from '../config.ts'
import { DatabaseUnusable } from '../store/database-error.ts'
import { backup } from './backup.ts'
import { CommandFailed, type Command } from './command.ts'
import { rotateMasterKey } from './rotate-master-key.ts'
import { verifyAuditCommand } from './verify-audit.ts'

/** The commands beside the server, by the word they are called with. */
const commands: Readonly<Record<string, Command>> = {
  backup,
  'rotate-master-key': rotateMasterKey,
  'verify-audit': verifyAuditCommand,
}

const usage = () =>
  [
    'Usage: node apps/bff/dist/cli.js <command>, with the same environment as the console.',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name}: ${summary}`),
  ].join('\n')

const isForPeople = (error: unknown): error is Error =>
  error instanceof CommandFailed || error instanceof ConfigError || error instanceof DatabaseUnusable

/** Runs a command, and gives the status the process ends with. */
export const runCommand = async (
  [name = '', ...args]: readonly string[],
  write: { out: (line: string) => void; error: (line: string) => void },
  env?: Readonly<Record<string, string | undefined>>,
): Promise<number> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    write.error(usage())
    return 2
  }
  try {
    await command.run(readConfig(env), { say: write.out, args })
    return 0
  } catch (error) {
    write.error(isForPeople(error) ? error.message : `It failed: ${String(error)}`)
    return 1
  }
}
