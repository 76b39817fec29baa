// Loaded into each server before its own code: a start script that was killed cannot end its servers any more, so they
// notice the end of the channel to it and go by themselves.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3000).unref()
})
process.channel?.unref()
