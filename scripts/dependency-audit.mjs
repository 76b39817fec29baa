import { fileURLToPath } from 'node:url'
import { manifest } from './root.mjs'
import { run } from './run.mjs'

/** What an audit has found, from how it ended: some registries, such as mirrors, answer none. */
export const verdictOf = ({ code, output }) => {
  if (code === 0) return { exitCode: 0, sentence: 'No advisory is known for what is installed.' }
  if (/AUDIT_BAD_RESPONSE|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|fetch failed/i.test(output)) {
    return { exitCode: 3, sentence: 'The registry answers no audits, so nothing is known: run this where it does.' }
  }
  return { exitCode: 1, sentence: 'See the advisories above.' }
}

/** Asks the registry for advisories on what the console is delivered with; `--all` looks at the tools too. */
const audit = async (words) => {
  const which = words.includes('--all') ? [] : ['--prod']
  const result = await run('npx', ['--yes', manifest.packageManager, 'audit', ...which], { quiet: true })
  const { exitCode, sentence } = verdictOf(result)
  if (exitCode === 1) process.stdout.write(result.output)
  console.log(sentence)
  return exitCode
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await audit(process.argv.slice(2))
