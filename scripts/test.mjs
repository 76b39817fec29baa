import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, compile } from './build.mjs'
import { countLine, noCounts, sum } from './counts.mjs'
import { exitCodeOfSignal } from './ending.mjs'
import { install } from './install.mjs'
import { Refusal } from './refusal.mjs'
import { timed } from './run.mjs'
import { stages } from './stages.mjs'

const runStage = async ({ name, work }, reports) => {
  console.log(`\n== ${name}`)
  const { result, seconds } = await timed(async () => {
    try {
      return await work(reports)
    } catch (error) {
      console.error(error instanceof Refusal ? error.message : error)
      return { ...noCounts(), failed: 1 }
    }
  })
  console.log(`${name}: ${countLine(result)} in ${seconds} s`)
  return { name, seconds, ...result }
}

const chosenStages = (words) => {
  const unknown = words.find((word) => !stages.some(({ name }) => name === word))
  if (unknown) throw new Refusal(`There is no stage ${unknown}: say ${stages.map(({ name }) => name).join(', ')}.`)
  return words.length === 0 ? stages : stages.filter(({ name }) => words.includes(name))
}

/** A stage that is run alone finds what the stages before it would have built. */
const prepare = async (chosen) => {
  await install()
  const has = (name) => chosen.some((stage) => stage.name === name)
  // What is wrong with the types is for that stage to tell; the compiler writes its output all the same.
  if (!has('types')) await compile()
  const needsBuild = chosen.some(({ needs }) => needs.includes('build'))
  if (needsBuild && !has('build')) await build({ projects: [], web: true })
}

const prepared = async (chosen) => {
  try {
    await prepare(chosen)
    return []
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return [{ name: 'prepare', seconds: '0', ...noCounts(), failed: 1 }]
  }
}

const runAll = async (chosen, reports) => {
  const done = await prepared(chosen)
  if (done.length > 0) return done
  for (const stage of chosen) {
    if (exitCodeOfSignal() !== undefined) break
    const broken = stage.needs.find((need) => done.some(({ name, failed }) => name === need && failed > 0))
    if (broken) {
      console.log(`\n== ${stage.name}`)
      done.push({
        name: stage.name,
        seconds: '0',
        ...noCounts(),
        skipped: [{ name: `the stage ${stage.name}`, reason: `${broken} failed` }],
      })
    } else done.push(await runStage(stage, reports))
  }
  return done
}

/**
 * Runs every check, or the stages named; ends with the counts on a line of their own.
 * @param {string[]} words
 */
export const test = async (words) => {
  const chosen = chosenStages(words)
  const reports = mkdtempSync(join(tmpdir(), 'vpn-console-test-'))
  try {
    const done = await runAll(chosen, reports)
    const stopped = exitCodeOfSignal()
    if (stopped !== undefined) return stopped
    const total = sum(done)
    console.log('')
    for (const stage of done)
      console.log(`  ${stage.name.padEnd(8)}${`${stage.seconds} s`.padStart(8)}  ${countLine(stage)}`)
    for (const { name, reason } of total.skipped) console.log(`  skipped: ${name} (${reason || 'no reason given'})`)
    console.log(`\n${countLine(total)}`)
    return total.failed > 0 ? 1 : 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}
