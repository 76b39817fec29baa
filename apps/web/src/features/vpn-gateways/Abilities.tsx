import styles from './Abilities.module.css'

type AbilitiesProps = {
  use: string | undefined
  /** Mbit/s. */
  bandwidth: number
  connections: number
  zones?: readonly string[] | undefined
  /** Why it cannot be chosen. */
  refusal?: string | undefined
}

export const rateWords = (megabits: number): string =>
  megabits >= 1000 ? `${megabits / 1000} Gbit/s` : `${megabits} Mbit/s`

/** What a specification can do, in the form that lets several be compared side by side. */
export const Abilities = ({ use, bandwidth, connections, zones, refusal }: AbilitiesProps) => (
  <div className={styles['abilities']}>
    <div>{use}</div>
    <dl className={styles['numbers']}>
      <div>
        <dt>Bandwidth</dt>
        <dd>{rateWords(bandwidth)}</dd>
      </div>
      <div>
        <dt>Connections</dt>
        <dd>{connections}</dd>
      </div>
      {zones && zones.length > 0 && (
        <div>
          <dt>Zones</dt>
          <dd>{zones.length}</dd>
        </div>
      )}
    </dl>
    {refusal !== undefined && <div className={styles['refusal']}>{refusal}</div>}
  </div>
)
