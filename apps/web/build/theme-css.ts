import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const virtualId = 'virtual:console-theme.css'
const resolvedId = `\0${virtualId}`
const sheetPath = fileURLToPath(new URL('./theme-sheet.ts', import.meta.url))

type SheetModule = { themeSheet: () => string }

/** Bundles the sheet's maker first: Node cannot import the kit's theming by itself (it imports a directory). */
const makeSheet = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: sheetPath, write: false, minify: false, rolldownOptions: { output: { format: 'esm' } } },
    ssr: { noExternal: true },
  })
  const output = Array.isArray(result) ? result[0] : result
  if (!output || !('output' in output)) throw new Error('The theme could not be built.')
  const [chunk] = output.output
  // The bundle is our own theme-sheet.ts, whose one export this is.
  const module = (await import(
    `data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`
  )) as SheetModule
  return module.themeSheet()
}

/** Serves our theme as a stylesheet file made at build time, so that no style tag is needed at run time. */
export const themeCss = (): Plugin => {
  let sheet: Promise<string> | undefined
  return {
    name: 'console-theme-css',
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    load: (id) => {
      if (id !== resolvedId) return undefined
      sheet ??= makeSheet()
      return sheet
    },
  }
}
