import { useStore } from '../api/store.ts'
import { appearance, setAppearance, type Density, type Mode } from '../theme/appearance.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'

const modes: [Mode, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

const densities: [Density, string][] = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact'],
]

export const AppearanceMenu = () => {
  const { mode, density } = useStore(appearance)
  return (
    <BarMenu label="Theme and density" button={<BarIcon name="sun" />}>
      <fieldset className={styles['group']}>
        <legend className={styles['heading']}>Theme</legend>
        {modes.map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={mode === value}
            className={styles['item']}
            onClick={() => setAppearance({ mode: value })}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <div className={styles['divider']} />
      <fieldset className={styles['group']}>
        <legend className={styles['heading']}>Density</legend>
        {densities.map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={density === value}
            className={styles['item']}
            onClick={() => setAppearance({ density: value })}
          >
            {words}
          </button>
        ))}
      </fieldset>
    </BarMenu>
  )
}
