// The way into every command: `node scripts/up.mjs start|test|emulator|bench`. Nothing is installed yet when it starts,
// and the Node that runs it may be too old, so this file and node-version.mjs keep to what every ES-module Node reads.
import { nodeProblem } from './node-version.mjs'

const problem = nodeProblem(process.versions.node)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  void import('./commands.mjs').then(({ runCommand }) => runCommand(process.argv[2], process.argv.slice(3)))
}
