import Button from '@cloudscape-design/components/button'
import { useState } from 'react'

type CopyTextProps = { text: string; children: string }

/** A button that copies a text, and says in words whether it did. */
export const CopyText = ({ text, children }: CopyTextProps) => {
  const [result, setResult] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setResult('Copied')
    } catch {
      setResult('Copying failed')
    }
  }
  return (
    <>
      <Button formAction="none" iconName="copy" onClick={() => void copy()}>
        {children}
      </Button>
      <output aria-label={`${children}: result`}>{result}</output>
    </>
  )
}
