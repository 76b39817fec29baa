import { masterKeyFile, createVault } from '../vault.ts'
import { openStore } from '../store/store.ts'
import { defaultTuning } from '../tuning.ts'
import { verifyAudit } from './audit-finding.ts'
import { CommandFailed, type Command } from './command.ts'

/** Says whether the audit is as the console wrote it; the console may run meanwhile. */
export const verifyAuditCommand: Command = {
  summary: 'says whether the audit is as the console wrote it; add lines of its journal that were noted, as 120:hash',
  run: async (config, { say, args }) => {
    const { dataDir } = config
    const key = config.masterKey ?? (dataDir === null ? undefined : masterKeyFile(dataDir))
    if (!key) throw new CommandFailed('Set CONSOLE_MASTER_KEY: without it the journal of the audit cannot be verified.')
    const store = await openStore(config, { ...defaultTuning, ...config.tuning }, Date.now, createVault(key))
    try {
      const { isIntact, sentence } = await verifyAudit({ audit: store.audit, dataDir }, args)
      if (!isIntact) throw new CommandFailed(sentence)
      say(sentence)
    } finally {
      await store.close()
    }
  },
}
