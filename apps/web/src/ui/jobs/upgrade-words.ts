import type { UpgradeAction } from '@vpn-console/api-client'

type Words = { title: (name: string) => string; button: string; pending: string; failed: (name: string) => string }

/** What is asked before each action of an upgrade. */
export const upgradeWords: Record<UpgradeAction, Words> = {
  start: {
    title: (name) => `Upgrade ${name}`,
    button: 'Start the upgrade',
    pending: 'Starting the upgrade',
    failed: (name) => `The upgrade of ${name} was not started`,
  },
  finish: {
    title: (name) => `Commit the upgrade of ${name}`,
    button: 'Commit the upgrade',
    pending: 'Committing the upgrade',
    failed: (name) => `The upgrade of ${name} was not committed`,
  },
  rollback: {
    title: (name) => `Roll back the upgrade of ${name}`,
    button: 'Roll back the upgrade',
    pending: 'Rolling back the upgrade',
    failed: (name) => `The upgrade of ${name} was not rolled back`,
  },
}

/** As what the action is followed. */
export const upgradeTaskKinds = { start: 'upgrade', finish: 'update', rollback: 'rollback' } as const
