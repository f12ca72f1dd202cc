import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `npm run dev` shows the sources with hot reload against a running `npm start`; `npm run build` writes `dist`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: "127.0.0.1", proxy: { "/api": { target: "http://127.0.0.1:4400", changeOrigin: true } } },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    // Small files inside the script would be counted against every page, and a strict content policy refuses data fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
