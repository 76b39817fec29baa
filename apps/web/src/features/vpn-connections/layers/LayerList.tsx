import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useNow } from '../../../ui/now.ts'
import { exactWords, spanWords } from '../../../ui/time-words.ts'
import type { Layer, LayerState } from './layers.ts'
import styles from './LayersPanel.module.css'

const types: Record<LayerState, StatusIndicatorProps.Type> = {
  up: 'success',
  down: 'error',
  attention: 'warning',
  waiting: 'pending',
  standby: 'stopped',
  settling: 'in-progress',
  unknown: 'info',
}

const Since = ({ layer: { since } }: { layer: Layer }) => {
  const now = useNow()
  if (!since) return null
  return (
    <span className={styles['since']} title={exactWords(since.at)}>
      {since.isAtLeast ? 'for at least ' : 'for '}
      {spanWords(Math.max(0, now - since.at))}
    </span>
  )
}

type LayerListProps = {
  /** Whose layers these are. */
  name: string
  layers: readonly Layer[]
  /** Leads to why a layer fails. */
  onExplain: (layer: Layer) => void
}

/** The layers of one tunnel, the lowest first: each builds on the one before. */
export const LayerList = ({ name, layers, onExplain }: LayerListProps) => (
  <ol className={styles['layers']} aria-label={`Layers of ${name}`}>
    {layers.map((layer) => (
      <li key={layer.id} className={styles['layer']} data-state={layer.state}>
        <div className={styles['name']}>{layer.title}</div>
        <div className={styles['state']}>
          <StatusIndicator type={types[layer.state]}>{layer.words}</StatusIndicator> <Since layer={layer} />
          {layer.cause !== undefined && (
            <div className={styles['cause']}>
              {layer.cause}{' '}
              {(layer.state === 'down' || layer.state === 'attention' || layer.reason !== undefined) && (
                <button type="button" className={styles['explain']} onClick={() => onExplain(layer)}>
                  Explain {layer.title.replace(/ \(.*/, '')}
                </button>
              )}
            </div>
          )}
          <div className={styles['evidence']}>{layer.evidence}</div>
        </div>
      </li>
    ))}
  </ol>
)
