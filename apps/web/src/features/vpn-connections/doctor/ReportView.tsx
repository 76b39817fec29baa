import type { DoctorCheck, DoctorFix, DoctorReport } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { editorLink } from '../explain/editor-link.ts'
import { OutcomeIcon } from './OutcomeIcon.tsx'
import { grouped, placeWords } from './report-words.ts'
import styles from './Doctor.module.css'

const pathOf = (cloudId: string, { type, id, field }: NonNullable<DoctorFix['at']>): string => {
  if (type === 'vpn-gateway') return paths.vpnGateway({ cloudId, gatewayId: id })
  if (type === 'customer-gateway') return paths.customerGateway({ cloudId, customerGatewayId: id })
  return field === undefined ? paths.vpnConnection({ cloudId, connectionId: id }) : editorLink(cloudId, id, field)
}

const Fix = ({ fix: { text, at } }: { fix: DoctorFix }) => {
  const cloudId = useCloudId()
  return (
    <li>
      {text}
      {at && (
        <div>
          <AppLink to={pathOf(cloudId, at)}>{placeWords(at)}</AppLink>
        </div>
      )}
    </li>
  )
}

const CheckView = ({ check }: { check: DoctorCheck }) => {
  const { title, outcome, finding, details = [], fixes = [] } = check
  return (
    <li className={styles['check']}>
      <OutcomeIcon outcome={outcome} />
      <div>
        <h3 className={styles['title']}>{title}</h3>
        <p className={styles['finding']}>{finding}</p>
        {details.length > 0 && (
          <ul className={styles['details']}>
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {fixes.length > 0 && (
          <>
            <div className={styles['todo']}>What to do</div>
            <ul className={styles['fixes']}>
              {fixes.map((fix) => (
                <Fix key={`${fix.text} ${fix.at?.field ?? ''}`} fix={fix} />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )
}

const Checks = ({ checks, isQuiet = false }: { checks: readonly DoctorCheck[]; isQuiet?: boolean }) => (
  <ul className={styles['checks']} data-quiet={isQuiet}>
    {checks.map((check) => (
      <CheckView key={check.id} check={check} />
    ))}
  </ul>
)

/** What the doctor found: what failed first, what passed folded away. */
export const ReportView = ({ report }: { report: DoctorReport }) => (
  <SpaceBetween size="l">
    {grouped(report).map(({ outcome, title, checks }) =>
      outcome === 'passed' ? (
        <ExpandableSection
          key={outcome}
          variant="container"
          headingTagOverride="h2"
          headerText={title}
          headerCounter={`(${checks.length})`}
        >
          <Checks checks={checks} isQuiet />
        </ExpandableSection>
      ) : (
        <Container
          key={outcome}
          header={
            <Header variant="h2" counter={`(${checks.length})`}>
              {title}
            </Header>
          }
        >
          <Checks checks={checks} />
        </Container>
      ),
    )}
  </SpaceBetween>
)
