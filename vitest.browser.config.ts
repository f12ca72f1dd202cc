import { defineConfig } from "vitest/config";

/** Tests in a real Chromium against the real server. One file at a time: the files of a run share a company. */
export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    globalSetup: ["scripts/lib/prepared-records.mjs", "packages/web/test/browser/support/global-setup.ts"],
    include: ["packages/*/{src,test}/**/*.browser.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
  },
});
