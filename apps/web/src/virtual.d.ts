declare module 'virtual:operations' {
  export const operations: Record<
    import('@vpn-console/api-client').OperationName,
    import('./api/shape.ts').LightOperation
  >
  export const sessionShape: import('./api/shape.ts').Shape
}

declare module 'virtual:console-theme.css'
