import { defineConfig } from 'vitest/config'

const web = (name: string, include: string[], environment: 'node' | 'happy-dom') => ({
  // The web app's own plugins make the modules that exist only in a build.
  extends: './apps/web/vite.config.ts',
  root: './apps/web',
  test: {
    name,
    include,
    environment,
    testTimeout: 20_000,
    // The kit's modules import stylesheets, which Node alone cannot load.
    server: { deps: { inline: [/@cloudscape-design\//] } },
  },
})

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
          // Starts nothing until a test asks for it.
          globalSetup: './apps/bff/src/testing/postgres-setup.ts',
        },
      },
      web('web', ['src/**/*.spec.ts'], 'node'),
      // A browser's document takes longer to set up than most tests run: only what draws gets one.
      web('web-dom', ['src/**/*.spec.tsx'], 'happy-dom'),
    ],
  },
})
