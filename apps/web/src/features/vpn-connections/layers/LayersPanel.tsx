import type { VpnConnection } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { FailureExplanation } from '../explain/FailureExplanation.tsx'
import { adviceOf } from './layer-advice.ts'
import { LayerExplanation } from './LayerExplanation.tsx'
import { LayerList } from './LayerList.tsx'
import { failingLayer, type Layer, type LayerId } from './layers.ts'
import styles from './LayersPanel.module.css'
import { useLayers } from './use-layers.ts'

type Chosen = { connectionId: string; layer: LayerId }

type TunnelProps = {
  connection: VpnConnection
  other: VpnConnection | undefined
  /** Two stand side by side: each then has its name. */
  isTitled: boolean
  isOwn: boolean
  onExplain: (connectionId: string, layer: Layer) => void
}

const Tunnel = ({ connection, other, isTitled, isOwn, onExplain }: TunnelProps) => {
  const cloudId = useCloudId()
  const { layers } = useLayers(cloudId, connection, other)
  const { id, name } = connection
  return (
    <div>
      {isTitled && (
        <h3 className={styles['title']}>
          {isOwn ? name : <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>}
        </h3>
      )}
      <LayerList name={name} layers={layers} onExplain={(layer) => onExplain(id, layer)} />
    </div>
  )
}

type WhyProps = {
  connection: VpnConnection
  other: VpnConnection | undefined
  layerId: LayerId | undefined
  isAsked: boolean
}

/** Why a layer fails: the one that was asked about, or else the lowest that does. */
const Why = ({ connection, other, layerId, isAsked }: WhyProps) => {
  const { layers } = useLayers(useCloudId(), connection, other)
  const place = useRef<HTMLElement>(null)
  const layer = layers.find(({ id }) => id === layerId) ?? failingLayer(layers)

  useEffect(() => {
    if (!isAsked) return
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [isAsked])

  if (layer?.cause === undefined) return null
  return (
    <section ref={place} tabIndex={-1} aria-label={`Why ${layer.title} of ${connection.name} fails`}>
      <Container header={<Header variant="h2">{`Why ${layer.title} of ${connection.name} fails`}</Header>}>
        {layer.reason === undefined ? (
          <LayerExplanation advice={adviceOf(layer, connection)} connection={connection} />
        ) : (
          <FailureExplanation reason={layer.reason} connection={connection} />
        )}
      </Container>
    </section>
  )
}

type LayersPanelProps = { connection: VpnConnection; other: VpnConnection | undefined }

/** Where a tunnel fails: its layers, each with its state and what tells it; those of a pair side by side. */
export const LayersPanel = ({ connection, other }: LayersPanelProps) => {
  const [chosen, setChosen] = useState<Chosen>()
  const explain = (connectionId: string, { id }: Layer) => setChosen({ connectionId, layer: id })
  const isOther = other !== undefined && chosen?.connectionId === other.id
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description="Each stands on the one above it; what is not known is never shown as well.">
            Layers
          </Header>
        }
      >
        <div className={styles['tunnels']}>
          <Tunnel connection={connection} other={other} isTitled={other !== undefined} isOwn onExplain={explain} />
          {other && <Tunnel connection={other} other={connection} isTitled isOwn={false} onExplain={explain} />}
        </div>
      </Container>
      <Why
        key={`${chosen?.connectionId} ${chosen?.layer}`}
        connection={isOther ? other : connection}
        other={isOther ? connection : other}
        layerId={chosen?.layer}
        isAsked={chosen !== undefined}
      />
    </SpaceBetween>
  )
}
