import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { byteBudget } from './build/byte-budget.ts'
import { firstLoad } from './build/first-load.ts'
import { leanKit } from './build/lean-kit.ts'
import { operationTable } from './build/operation-table.ts'
import { precompress } from './build/precompress.ts'
import { stripFonts } from './build/strip-fonts.ts'
import { themeCss } from './build/theme-css.ts'

export default defineConfig({
  plugins: [
    react(),
    stripFonts(),
    leanKit(),
    themeCss(),
    operationTable(),
    firstLoad('src/main.tsx', 'src/features/vpn-gateways/GatewayListPage.tsx'),
    precompress(),
    byteBudget({ jsBytes: 300_000, cssBytes: 95_000, requests: 20 }),
  ],
  build: {
    target: 'es2023',
    manifest: true,
    // A data URL would need its own entry in the Content-Security-Policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
