import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['packages/*/src/**/*.spec.ts', 'apps/{bff,emulator}/src/**/*.spec.ts', 'scripts/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
    ],
  },
})
