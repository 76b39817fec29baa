import type { Plugin } from 'vite'

type ModuleInfo = { importedIds: readonly string[] }
type Graph = { getModuleInfo: (id: string) => ModuleInfo | null }

const vendorPattern = /[\\/]node_modules[\\/](?:react|react-dom|react-router|scheduler|@tanstack[\\/][\w-]+)[\\/]/

// The package's entry names everything there is in it; what a page does not use of that is no part of its first load.
const barrelPattern = /[\\/]api-client[\\/]dist[\\/]index\.js$/

/** Everything that a module imports, directly or not, without what it only imports when needed. */
const closure = (root: string, graph: Graph): Set<string> => {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id) || barrelPattern.test(id)) return
    seen.add(id)
    graph.getModuleInfo(id)?.importedIds.forEach(visit)
  }
  visit(root)
  return seen
}

/**
 * Makes the page that most people open first load fast: what it needs lies in a few files instead of dozens, and the
 * HTML names them all, so that they load beside the entry and not after it has run.
 */
export const firstLoad = (entry: string, page: string): Plugin => {
  let needed: Set<string> | undefined
  const groupOf = (id: string, graph: Graph, root: string): string | null => {
    const own = [`${root}/${entry}`, `${root}/${page}`]
    needed ??= new Set(own.flatMap((file) => [...closure(file, graph)]))
    if (!needed.has(id) || own.includes(id)) return null
    return vendorPattern.test(id) ? 'vendor' : 'base'
  }
  let root = ''
  return {
    name: 'first-load',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [{ debugName: 'first load', name: (id: string, graph: Graph) => groupOf(id, graph, root) }],
            },
          },
        },
      },
    }),
    configResolved: (config) => {
      root = config.root
    },
    buildStart: () => {
      needed = undefined
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const chunks = new Map(
          Object.values(bundle ?? {}).flatMap((file) =>
            file.type === 'chunk' ? [[file.fileName, file] as const] : [],
          ),
        )
        const first = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === `${root}/${page}`)
        if (!first) throw new Error(`There is no chunk of ${page} to preload.`)
        // A set grows while it is walked through, so this also finds what the imports import.
        const files = new Set([first])
        for (const { imports } of files) {
          for (const name of imports) {
            const file = chunks.get(name)
            if (file) files.add(file)
          }
        }
        const tag = (rel: string, fileName: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        })
        const links = [
          ...[...files].map(({ fileName }) => tag('modulepreload', fileName)),
          ...[...files].flatMap(({ viteMetadata }) =>
            [...(viteMetadata?.importedCss ?? [])].map((fileName) => tag('stylesheet', fileName)),
          ),
        ]
        return links.filter(({ attrs }) => !html.includes(`"${attrs.href}"`))
      },
    },
  }
}
