import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Compresses the assets once, because the server would compress megabytes for each client. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  writeBundle({ dir = "" }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
      const content = readFileSync(join(dir, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content));
    }
  },
};

/**
 * Builds the playground into web-dist/. The server serves its page at /playground and its files at /playground/. All
 * addresses are relative, so that they also work below a path.
 */
export default defineConfig({
  base: "./",
  plugins: [compressed],
  worker: { format: "es" },
  build: {
    outDir: "../web-dist",
    emptyOutDir: true,
    assetsDir: "playground",
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
