import { defineConfig } from "vite";

/** Builds the pages into web-dist/, which the server serves at /. All addresses are relative, so a path before them is no matter. */
export default defineConfig({
  base: "./",
  worker: { format: "es" },
  build: {
    outDir: "../web-dist",
    emptyOutDir: true,
    // The editor's core is one chunk of 3 MB; it is loaded after the page has been painted.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // "use no memo" and the like at the head of libraries' modules: directives for a compiler that is not used here.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
