// The console as it is started for people, but for one setting: no answer stays fresh, so that every read is a call.
import { createConsole } from '../apps/bff/dist/app.js'
import { readConfig } from '../apps/bff/dist/config.js'
import '../apps/bff/dist/small-heap.js'

const running = await createConsole({ ...readConfig(), tuning: { freshMs: 0 } })
await running.listen()
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0))
})
