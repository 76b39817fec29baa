import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filesOf } from './byte-budget.mjs'
import { fingerprint } from './fingerprint.mjs'

test('the first load is what the roots import statically, with styles, each file once', () => {
  const manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_shared.js'], css: ['index.css'] },
    'src/GatewayListPage.tsx': { file: 'list.js', imports: ['_shared.js', '_table.js'], css: ['list.css'] },
    'src/GatewayCreatePage.tsx': { file: 'create.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js', imports: ['_table.js'] },
    '_table.js': { file: 'table.js', imports: ['_shared.js'], css: ['table.css'] },
  }
  expect(filesOf(manifest, ['index.html', 'src/GatewayListPage.tsx'])).toEqual(
    new Set(['index.css', 'index.js', 'list.css', 'list.js', 'shared.js', 'table.css', 'table.js']),
  )
})

test('the fingerprint changes with names and contents, and with nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'vpn-console-fingerprint-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const now = () => fingerprint(root, ['src', 'lock.yaml'])
  write('src/a.ts', 'one')
  write('src/deep/b.ts', 'two')
  write('lock.yaml', 'three')
  const first = now()

  write('src/a.ts', 'one')
  write('src/a.spec.ts', 'a test')
  write('src/dist/a.js', 'built')
  write('src/node_modules/x/index.js', 'installed')
  write('README.md', 'text')
  expect(now()).toBe(first)

  write('src/deep/b.ts', 'changed')
  const second = now()
  write('src/deep/c.ts', '')
  const third = now()
  write('lock.yaml', 'changed')
  expect(new Set([first, second, third, now()]).size).toBe(4)
})
