import { lazy, Suspense, useEffect, useState } from 'react'

const CertificateBadge = lazy(() => import('../features/certificates/CertificateBadge.tsx'))

/** What comes first has the network for itself this long at most. */
const latestMs = 5_000

/** Looks for certificates near their end once the page has nothing better to do. */
export const CertificateNotice = ({ cloudId }: { cloudId: string }) => {
  const [isIdle, setIdle] = useState(false)

  useEffect(() => {
    // Safari has no word for "when idle".
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), latestMs)
      return () => clearTimeout(timer)
    }
    const callback = requestIdleCallback(() => setIdle(true), { timeout: latestMs })
    return () => cancelIdleCallback(callback)
  }, [])

  return (
    isIdle && (
      <Suspense>
        <CertificateBadge cloudId={cloudId} />
      </Suspense>
    )
  )
}
