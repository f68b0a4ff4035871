// GovGraph as shipped, for a set with more dimensions than its vocabulary has: the enum DimensionKey gets the further
// keys before anything is built from it. Nothing else is changed.
const root = new URL("../../dist/", import.meta.url);
/** @type {{ DimensionKey: Record<string, string> }} */
const { DimensionKey } = await import(new URL("model/dimension.js", root).href);
for (const key of (process.env.BENCH_DIMENSIONS ?? "").split(",")) DimensionKey[key] ??= key;
const main = new URL("main.js", root);
process.argv = [process.argv[0] ?? "node", main.pathname, "serve"];
await import(main.href);
