import styles from './ImportSteps.module.css'

export const stages = ['file', 'columns', 'check', 'send'] as const
export type Stage = (typeof stages)[number]

const stageWords: Readonly<Record<Stage, string>> = {
  file: 'Choose a sheet',
  columns: 'Match the columns',
  check: 'Check the rows',
  send: 'Import',
}

/** Where somebody is on the way from a sheet to users. */
export const ImportSteps = ({ stage }: { stage: Stage }) => (
  <ol className={styles['steps']} aria-label="Steps of the import">
    {stages.map((one, index) => (
      <li key={one} className={styles['step']} aria-current={one === stage ? 'step' : undefined}>
        <span className={styles['number']}>{index + 1}</span> {stageWords[one]}
      </li>
    ))}
  </ol>
)
