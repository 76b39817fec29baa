import StatusIndicator from '@cloudscape-design/components/status-indicator'

/** Stands where something is still on its way. */
export const Loading = ({ what }: { what: string }) => <StatusIndicator type="loading">Loading {what}</StatusIndicator>
