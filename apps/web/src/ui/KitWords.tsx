import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import type { ReactNode } from 'react'

/** The kit's own words, for pages with more of its parts than a list has. Weighs 25 KB, so lists bring theirs. */
export const KitWords = ({ children }: { children: ReactNode }) => (
  <I18nProvider locale="en" messages={[messages]}>
    {children}
  </I18nProvider>
)
