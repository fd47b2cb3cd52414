import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@xsdsmith/source"] },
  ssr: { resolve: { conditions: ["@xsdsmith/source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    // libxmljs2 can be loaded by one thread of a process only.
    pool: "forks",
    testTimeout: 30_000,
  },
});
