declare module 'virtual:operations' {
  export const operations: Record<
    import('@vpn-console/api-client').OperationName,
    import('./api/shape.ts').LightOperation
  >
  export const consoleOperations: Record<
    import('@vpn-console/api-client').ConsoleOperationName,
    import('./api/shape.ts').LightConsoleOperation
  >
}

declare module 'virtual:console-theme.css'
