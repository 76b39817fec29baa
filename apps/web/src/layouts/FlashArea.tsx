import Flashbar from '@cloudscape-design/components/flashbar'
import { useStore } from '../api/store.ts'
import { dismissFlash, flashes } from '../ui/flashes.ts'
import { AppLink } from '../ui/AppLink.tsx'
import styles from './FlashArea.module.css'

export default function FlashArea() {
  const items = useStore(flashes)
  return (
    <Flashbar
      items={items.map(({ id, type, content, link }) => ({
        id,
        type,
        content: (
          <>
            {content}{' '}
            {link && (
              <span className={styles['link']}>
                <AppLink to={link.to}>{link.text}</AppLink>
              </span>
            )}
          </>
        ),
        dismissible: true,
        dismissLabel: `Dismiss: ${content}`,
        onDismiss: () => dismissFlash(id),
        statusIconAriaLabel: type,
      }))}
    />
  )
}
