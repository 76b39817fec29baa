import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { mergeEntries } from './log-entry.ts'
import { entriesOf, fails } from './testing.ts'
import { useTail } from './use-tail.ts'

const first = Date.UTC(2026, 10, 22, 4)
const linesUntil = (count: number) =>
  mergeEntries(
    entriesOf(
      'c1',
      Array.from({ length: count }, (_, index) => [first + index * 1000, fails(first + index * 1000, 'x')] as const),
    ),
  )

const Log = () => {
  const [count, setCount] = useState(2)
  const [isReading, setReading] = useState(false)
  const [isLive, setLive] = useState(true)
  const place = useRef<HTMLDivElement>(null)
  const tail = useTail({ entries: linesUntil(count), isPending: false, isLive, isReading, place })
  return (
    <div ref={place}>
      <button onClick={() => setCount(count + 3)}>Add</button>
      <button onClick={() => setReading(!isReading)}>Read</button>
      <button onClick={() => setLive(!isLive)}>Live</button>
      {tail.waiting > 0 && <button onClick={tail.show}>{tail.waitingWords}</button>}
      <p id="shown">{tail.shown.length}</p>
      <output>{tail.news}</output>
    </div>
  )
}

const draw = async () => {
  const page = await renderAt('/page', <Log />)
  return {
    ...page,
    press: (words: string) => page.click(page.button(words)),
    shown: () => Number(document.querySelector('#shown')?.textContent),
    news: () => document.querySelector('output')?.textContent,
  }
}

test('new lines come in by themselves while nobody reads, and are announced', async () => {
  const log = await draw()
  expect(log.news()).toBe('')
  await log.press('Add')
  expect(log.shown()).toBe(5)
  expect(log.news()).toBe('3 new lines')
})

test('while somebody reads they wait, and come in when asked for', async () => {
  const log = await draw()
  await log.press('Read')
  await log.press('Add')
  await log.press('Add')
  expect(log.shown()).toBe(2)
  await log.press('Show 6 new lines')
  expect(log.shown()).toBe(8)
})

test('with the tail off nothing comes in and nothing is offered', async () => {
  const log = await draw()
  await log.press('Live')
  await log.press('Add')
  expect(log.shown()).toBe(2)
  expect(log.news()).toBe('')
  expect(log.text()).not.toContain('new lines')
  await log.press('Live')
  expect(log.shown()).toBe(5)
})
