import type { VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { customerGatewayList } from '../connection-queries.ts'
import { effectWords, settingLabel } from '../edit/change-words.ts'
import { editorLink } from './editor-link.ts'
import styles from './Explanation.module.css'
import { fieldValue } from './field-value.ts'
import type { ReasonWords } from './reason-words.ts'

type FieldsProps = { connection: VpnConnection; fields: readonly string[] }

const Fields = ({ connection, fields }: FieldsProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const refused = denied('updateVpnConnection')
  const { data: customerGateways } = useQuery({
    ...customerGatewayList(cloudId),
    enabled: denied('listCgws') === undefined,
  })
  const nameOf = (id: string) => customerGateways?.find((one) => one.id === id)?.name ?? id
  return (
    <table className={styles['fields']} aria-label={`Settings of ${connection.name} to compare`}>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Now</th>
          <th scope="col">When a change acts</th>
          <th scope="col">
            <span className="visually-hidden">Editor</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((path) => (
          <tr key={path}>
            <th scope="row">{settingLabel(path)}</th>
            <td className={styles['value']}>{fieldValue(connection, path, nameOf)}</td>
            <td className={styles['quiet']}>{effectWords(path, connection.ikepolicy?.ike_version ?? 'v1')}</td>
            <td className={styles['change']}>
              {refused === undefined ? (
                <AppLink to={editorLink(cloudId, connection.id, path)}>Change {settingLabel(path)}</AppLink>
              ) : (
                <span className={styles['quiet']}>{refused}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ExplanationProps = {
  words: ReasonWords
  /** How bad it is and what it is called in the log. */
  remarks?: ReactNode
  /** Beside what to do here. */
  fixLink?: ReactNode
  /** Dotted paths of the settings that may mend it. */
  fields: readonly string[]
  after: string
  connection: VpnConnection
}

/** A failure in plain words: why it happens, what to change here, what to look for on the other side, and what then. */
export const Explanation = ({ words, remarks, fixLink, fields, after, connection }: ExplanationProps) => (
  <div className={styles['explanation']}>
    <p className={styles['plain']}>{words.plain}</p>
    {remarks !== undefined && <div className={styles['remarks']}>{remarks}</div>}
    <dl className={styles['parts']}>
      <dt>Likely cause</dt>
      <dd>{words.cause}</dd>
      <dt>What to do here</dt>
      <dd>
        {words.fix} {fixLink}
        {fields.length > 0 && <Fields connection={connection} fields={fields} />}
      </dd>
      <dt>On the customer device</dt>
      <dd>{words.peer}</dd>
      <dt>Afterwards</dt>
      <dd>{after}</dd>
    </dl>
  </div>
)
