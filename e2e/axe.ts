import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from './fixtures.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page as it stands, one line a rule. */
export const violations = async (page: Page) => {
  // Through the debugger, as the page's own policy lets no foreign script in.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    // Colours are judged when they have come to rest; what turns for ever does not end.
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
    // The script above put it there.
    const { axe: runner } = window as unknown as { axe: typeof axe }
    const { violations: found } = await runner.run(document)
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  })
}
