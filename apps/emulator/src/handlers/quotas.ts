import type { Handlers } from './handler.ts'

export const quotas = {
  showQuotasInfo: ({ project }) => ({
    quotas: {
      resources: [
        {
          type: 'customer_gateway',
          quota: project.quotas.customer_gateway,
          used: project.customerGateways.size,
        },
        { type: 'vpn_connection', quota: project.quotas.vpn_connection, used: project.connections.size },
        { type: 'vpn_gateway', quota: project.quotas.vpn_gateway, used: project.gateways.size },
      ],
    },
  }),
} satisfies Partial<Handlers>
