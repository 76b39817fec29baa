import './small-heap.ts'

// Not imported above: everything that is would be loaded, and fill the heap, before the first line is run.
const { start } = await import('./start.ts')
await start()
