import { defineConfig } from "vitest/config";

/** Unit, integration and scenario tests. Browser tests have their own config, because they need a built web app. */
export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    // Vitest would leave a core free; the tests are all that runs, and much of their work waits for DuckDB and children.
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ["scripts/lib/prepared-records.mjs"],
    include: [
      "packages/*/{src,test}/**/*.test.{ts,tsx}",
      "scenarios/**/*.scenario.test.ts",
      "scripts/**/*.test.mjs",
      "bench/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.browser.test.ts"],
  },
});
