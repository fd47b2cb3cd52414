import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@xsdsmith/source"] },
  ssr: { resolve: { conditions: ["@xsdsmith/source"] } },
  test: {
    projects: [
      // A process for each file takes longer than most of these files do: they share theirs.
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"], exclude: ["test/unit/**"] } },
    ],
    // libxmljs2 can be loaded by one thread of a process only.
    pool: "forks",
    testTimeout: 30_000,
  },
});
