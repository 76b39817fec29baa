import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'packages/*/src/**/*.spec.ts',
            'apps/{bff,emulator}/src/**/*.spec.ts',
            'apps/web/build/**/*.spec.ts',
            'scripts/**/*.spec.ts',
          ],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        // The web app's own plugins make the modules that exist only in a build.
        extends: './apps/web/vite.config.ts',
        root: './apps/web',
        test: {
          name: 'web',
          include: ['src/**/*.spec.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 20_000,
          // The kit's modules import stylesheets, which Node alone cannot load.
          server: { deps: { inline: [/@cloudscape-design\//] } },
        },
      },
    ],
  },
})
