import { expect, test } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { startConsole } from '../testing/console.ts'
import { describeOnEachDatabase, newFolder } from '../testing/databases.ts'
import { runCommand } from './main.ts'

describeOnEachDatabase('verify-audit', (database) => {
  test('ends with 0 where the audit is as it was written, and with 1 and a sentence where it is not', async () => {
    const place = await database.place()
    const dataDir = place.dataDir ?? newFolder()
    const { signedIn, close } = await startConsole({ ...place, dataDir })
    await signedIn()
    const env: Record<string, string> = {
      CONSOLE_DATA_DIR: dataDir,
      CONSOLE_MASTER_KEY: place.masterKey.toString('base64'),
      ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
    }
    const run = async (...args: string[]) => {
      const lines: string[] = []
      const write = (line: string) => void lines.push(line)
      const status = await runCommand(['verify-audit', ...args], { out: write, error: write }, env)
      return [status, lines.join('\n')]
    }
    expect(await run(), 'while the console runs').toEqual([
      0,
      expect.stringMatching(/^The audit is as the console wrote it: 1 entry/),
    ])
    await close()
    const [, text = ''] = await run()
    const head = / up to (\d+:[\w-]{43})\.$/.exec(String(text))?.[1] ?? ''
    expect(await run(head)).toEqual([0, text])
    const db = await openDatabase(place, Date.now)
    await db.updateTable('audit').set({ person_name: 'lyon' }).execute()
    await db.destroy()
    expect(await run()).toEqual([1, expect.stringMatching(/^The audit was tampered with\. An entry was altered/)])
    expect(await run('yesterday')).toEqual([1, expect.stringContaining('yesterday is no line')])
    const other = { ...env, CONSOLE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
    const lines: string[] = []
    const write = (line: string) => void lines.push(line)
    expect(await runCommand(['verify-audit'], { out: write, error: write }, other)).toBe(1)
    expect(lines.join()).toContain('another master key')
  })
})
