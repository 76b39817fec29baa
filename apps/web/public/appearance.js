// Runs before the first paint, so that a dark page never flashes white. `src/theme/appearance.ts` takes over from here.
;(() => {
  let wanted = {}
  try {
    wanted = JSON.parse(localStorage.getItem('vpn-console.appearance') ?? '{}')
  } catch {
    // A broken or forbidden storage means the defaults.
  }
  const dark = wanted.mode === 'dark' || (wanted.mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.body.classList.toggle('awsui-dark-mode', dark)
  document.body.classList.toggle('awsui-compact-mode', wanted.density === 'compact')
})()
