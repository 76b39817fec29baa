import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A link within the console. */
export const AppLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} className="link">
    {children}
  </Link>
)
