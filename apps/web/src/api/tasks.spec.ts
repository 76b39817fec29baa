// @vitest-environment happy-dom

import { ApiError } from '@vpn-console/api-client'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeTask, followCreate, followTask, forgetEndedTasks, taskChange, tasks, type Task } from './tasks.ts'

const gateway = { cloudId: 'demo', resource: 'vpn-gateway', resourceId: 'gw-1', name: 'gw-paris' } as const

const task = (change: Partial<Task> = {}): Task => ({
  ...gateway,
  id: 'task-1',
  kind: 'create',
  startedAt: 1_000,
  ...change,
})

const now = 61_000
const missing = { error: new ApiError({ status: 404, code: 'VPN.0004', message: 'Not found.' }) }

describe('taskChange', () => {
  test.each([
    ['a create goes on', task(), { status: 'PENDING_CREATE' }, { status: 'PENDING_CREATE' }],
    ['nothing new is no change', task({ status: 'PENDING_CREATE' }), { status: 'PENDING_CREATE' }, undefined],
    ['a create is done', task(), { status: 'ACTIVE' }, { outcome: 'done', endedAt: now }],
    ['a create has failed', task(), { status: 'FAULT' }, { outcome: 'failed' }],
    ['what is created and gone has failed', task(), missing, { outcome: 'failed' }],
    ['a connection is built, though not connected', task(), { status: 'DOWN' }, { outcome: 'done' }],
    ['a change is done', task({ kind: 'update' }), { status: 'ACTIVE' }, { outcome: 'done' }],
    [
      'an upgrade is done when it waits for a decision',
      task({ kind: 'upgrade', status: 'UPGRADING' }),
      { status: 'PENDING_UPGRADE_CONFIRM' },
      { outcome: 'done', note: 'Commit the upgrade, or roll it back.' },
    ],
    ['a delete is done when it is gone', task({ kind: 'delete' }), missing, { outcome: 'done' }],
    ['a delete may not show at once', task({ kind: 'delete', status: 'ACTIVE' }), { status: 'ACTIVE' }, undefined],
    [
      'a delete has failed when it comes back',
      task({ kind: 'delete', status: 'PENDING_DELETE' }),
      { status: 'ACTIVE' },
      { outcome: 'failed' },
    ],
    ['no answer changes nothing', task(), { error: new Error('no network') }, undefined],
  ] as const)('%s', (_, given, sight, expected) => {
    const change = taskChange(given, sight, now)
    if (expected === undefined) expect(change).toBeUndefined()
    else expect(change).toMatchObject(expected)
  })

  test('what never ends is given up', () => {
    expect(taskChange(task(), { status: 'PENDING_CREATE' }, now + 3_600_000)).toMatchObject({ outcome: 'unknown' })
  })
})

describe('the store', () => {
  beforeEach(() => tasks.set([]))

  test('survives a reload', () => {
    followCreate(gateway)
    const kept: unknown = JSON.parse(sessionStorage.getItem('vpn-console.tasks') ?? '[]')
    expect(kept).toMatchObject([gateway])
  })

  test('a newer change of the same thing takes the place of a running one', () => {
    followCreate(gateway)
    const deletion = followTask({ ...gateway, kind: 'delete' })
    expect(tasks.get()).toEqual([deletion])
  })

  test('what has ended stays until it is cleared', () => {
    const { id } = followCreate(gateway)
    changeTask(id, { endedAt: now, outcome: 'done' })
    followTask({ ...gateway, kind: 'delete' })
    expect(tasks.get().map(({ kind }) => kind)).toEqual(['delete', 'create'])
    forgetEndedTasks()
    expect(tasks.get().map(({ kind }) => kind)).toEqual(['delete'])
  })
})
