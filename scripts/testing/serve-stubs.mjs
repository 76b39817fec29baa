// Serves one stub for each port given; `fault` stands for one that ends at once.
import { serve } from '../servers.mjs'

const plans = process.argv.slice(2).map((word, index) => ({
  name: `stub ${index + 1}`,
  file: 'scripts/testing/stub-server.mjs',
  env: { ...process.env, ...(word === 'fault' ? { FAULT: 'The setting is wrong.' } : { PORT: word }) },
  health: `http://127.0.0.1:${word === 'fault' ? 1 : word}`,
  quietStart: false,
}))
process.exitCode = await serve(plans, () => console.log('all up'))
