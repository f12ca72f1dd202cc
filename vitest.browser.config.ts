import { defineConfig } from "vitest/config";

/** Tests in a real Chromium. One file at a time: each starts a browser and a server of its own. */
export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    include: ["packages/*/{src,test}/**/*.browser.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
  },
});
