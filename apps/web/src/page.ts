import type { ComponentType } from 'react'
import type { LoaderFunction, RouteObject, ShouldRevalidateFunction } from 'react-router'

/** A breadcrumb: words, or a component that reads them from a query. */
export type Crumb = string | ComponentType

export type RouteHandle = { crumb?: Crumb | undefined }

/** What the file of a page exports. */
export type PageModule = {
  /** Waits for the queries that the page shows. */
  clientLoader?: LoaderFunction
  /** The page's own crumb, the last of the trail. */
  crumb?: Crumb
  default: ComponentType
}

/** Filters, sort, tabs and steps are in the URL; a change of them alone asks the cloud for nothing. */
export const unlessOnlySearchChanged: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) => {
  const isSamePage = currentUrl.pathname === nextUrl.pathname
  return isSamePage && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}

/** A page in a chunk of its own, as a route. */
export const page =
  (importModule: () => Promise<PageModule>): RouteObject['lazy'] =>
  async () => {
    const { clientLoader, crumb, default: Component } = await importModule()
    const handle: RouteHandle = { crumb }
    return {
      Component,
      // A route may have its own; one from here beside it would be a collision.
      ...(crumb !== undefined && { handle }),
      shouldRevalidate: unlessOnlySearchChanged,
      ...(clientLoader && { loader: clientLoader }),
    }
  }
