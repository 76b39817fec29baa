import styles from './WizardNav.module.css'

type WizardNavProps = {
  steps: readonly { id: string; title: string }[]
  current: number
  furthest: number
  goTo: (index: number) => Promise<void>
}

/** The steps of a wizard: where one is, and where one may go. */
export const WizardNav = ({ steps, current, furthest, goTo }: WizardNavProps) => (
  <nav aria-label="Steps" className={styles['nav']}>
    <ol className={styles['list']}>
      {[...steps.map(({ title }) => title), 'Review'].map((title, index) => (
        <li key={title}>
          <button
            type="button"
            className={styles['step']}
            aria-current={index === current ? 'step' : undefined}
            data-done={index < furthest && index !== current}
            disabled={index > furthest}
            onClick={() => void goTo(index)}
          >
            <span className={styles['number']}>{index + 1}</span>
            {title}
          </button>
        </li>
      ))}
    </ol>
  </nav>
)
