import type { ConsoleConfig } from '../config.ts'

/** Why a command did not do its work: one sentence for whoever called it. */
export class CommandFailed extends Error {}

/** One of the commands beside the server; it reads the same environment. */
export type Command = {
  summary: string
  run: (config: ConsoleConfig, context: { say: (line: string) => void; args: readonly string[] }) => Promise<void>
}
