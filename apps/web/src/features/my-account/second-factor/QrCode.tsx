import { useMemo } from 'react'
import { encode } from 'uqr'
import { qrPath } from './qr-path.ts'
import styles from './SecondFactor.module.css'

/** A text as a QR code. Dark on light in either theme: not every camera reads the inverse. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { path, size } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: 4 })
    return { path: qrPath(data), size }
  }, [text])
  return (
    <svg className={styles['qr']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
