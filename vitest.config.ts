import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["packages/*/{src,test}/**/*.test.ts", "scenarios/**/*.scenario.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
  },
});
