import { ApiError } from '@vpn-console/api-client'
import { CopyableId } from './CopyableId.tsx'
import styles from './ErrorDetails.module.css'

/** Code and request id of an error, folded: for support, not for the first look. */
export const ErrorDetails = ({ error }: { error: unknown }) => {
  if (!(error instanceof ApiError)) return null
  return (
    <details className={styles['details']}>
      <summary>Details for support</summary>
      <dl className={styles['list']}>
        <dt>Code</dt>
        <dd className="mono">{error.code}</dd>
        {error.status > 0 && (
          <>
            <dt>Status</dt>
            <dd>{error.status}</dd>
          </>
        )}
        {error.requestId !== undefined && (
          <>
            <dt>Request id</dt>
            <dd>
              <CopyableId value={error.requestId} what="the request id" />
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
