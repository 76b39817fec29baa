import { cloudFeatures, type AccountCheck, type CloudAccountView } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { checkWords, isoOf } from '../account-words.ts'
import styles from './CheckView.module.css'
import { callWords } from './finding-words.ts'
import { FindingView } from './FindingView.tsx'

const Calls = ({ calls }: { calls: AccountCheck['calls'] }) => (
  <details>
    <summary className={styles['summary']}>All {calls.length} calls that were tried</summary>
    <table className={styles['calls']} aria-label="Calls that were tried">
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">Action</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ operation, action, outcome, status, code, request_id }) => (
          <tr key={operation}>
            <th scope="row">{operation}</th>
            <td className="mono">{action ?? 'none documented'}</td>
            <td>
              {[callWords(outcome), code ?? status].filter((part) => part !== undefined).join(', ')}
              {outcome !== 'there' && request_id !== undefined && (
                <div>
                  <CopyableId value={request_id} what={`the request id of ${operation}`} />
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)

type CheckViewProps = { check: AccountCheck; features: CloudAccountView['features'] }

/** What a test found, feature by feature; what is not used needs nothing. */
export const CheckView = ({ check, features }: CheckViewProps) => {
  const { words, kind } = checkWords(check)
  const used = cloudFeatures.filter(({ id }) => features.includes(id))
  return (
    <SpaceBetween size="m">
      <div className={styles['outcome']}>
        <StatusIndicator type={kind}>{words}</StatusIndicator>
        <span className={styles['quiet']}>
          Tested <Timestamp value={isoOf(check.checked_at)} />
        </span>
      </div>
      {check.problem && (
        <Alert type="error" header="The cloud cannot be used like this">
          {check.problem.message}
          {check.problem.request_id !== undefined && (
            <div>
              Request id: <CopyableId value={check.problem.request_id} what="the request id" />
            </div>
          )}
        </Alert>
      )}
      <ul className={styles['features']} aria-label="What was found">
        {used.map(({ id, name }) => {
          const finding = check.features.find((one) => one.id === id)
          return (
            <li key={id} className={styles['feature']}>
              <span className={styles['name']}>{name}</span>
              {finding ? <FindingView finding={finding} /> : <span className={styles['quiet']}>Not tested</span>}
            </li>
          )
        })}
      </ul>
      {check.calls.length > 0 && <Calls calls={check.calls} />}
    </SpaceBetween>
  )
}
