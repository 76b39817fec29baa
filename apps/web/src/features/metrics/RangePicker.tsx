import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useSearchParams } from 'react-router'
import { rangeOf, ranges, type MetricRange } from './metric-ranges.ts'

/** The range of the charts is in the URL, so that a link shows the same to a colleague. */
export const useRange = (): MetricRange => rangeOf(useSearchParams()[0].get('range'))

export const RangePicker = () => {
  const [, change] = useSearchParams()
  return (
    <SegmentedControl
      label="Time range of the charts"
      selectedId={useRange().id}
      options={ranges.map(({ id, words }) => ({ id, text: words }))}
      onChange={({ detail }) =>
        change(
          (params) => {
            params.set('range', detail.selectedId)
            return params
          },
          { preventScrollReset: true },
        )
      }
    />
  )
}
