// Timing: requests, interleaved rounds, and what the ratios of several rounds allow to say.
import { randomFrom } from "./synthetic.js";

function send({ pool, body, headers }) {
  const json = { "content-type": "application/json", accept: "application/json" };
  return pool.request({ method: "POST", path: "/graphql", headers: { ...json, ...headers }, body });
}

/** Sends one request and returns the answer. */
export async function ask(pool, body, headers = {}) {
  const { statusCode, body: answer } = await send({ pool, body, headers });
  return { status: statusCode, text: await answer.text() };
}

/** Keeps `inFlight` requests in flight for some time, or until `count` requests were sent. */
async function keepAsking(task, { inFlight, milliseconds, count = Infinity }) {
  const latencies = [];
  let [sent, wrong] = [0, 0];
  const start = performance.now();
  const worker = async () => {
    while (performance.now() - start < milliseconds && sent < count) {
      sent++;
      const from = performance.now();
      const { statusCode, body } = await send(task);
      const { byteLength } = await body.arrayBuffer();
      latencies.push(performance.now() - from);
      if (statusCode !== 200 || byteLength !== (task.bytes ?? byteLength)) wrong++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const perSecond = ((latencies.length - wrong) * 1_000) / (performance.now() - start);
  return { p50: median(latencies), perSecond, wrong };
}

/**
 * Times one question on several systems, which take turns in a new random order in each round.
 * @param {{ name: string, pool: any, body: string, headers: object, bytes: number | null }[]} tasks `bytes`: the length of
 *   the right answer, null where it varies
 * @param {{ rounds: number, seconds: number, warmUp: number }} pace
 * @returns {Promise<Record<string, { p50: number, perSecond: number, wrong: number }[]>>} one entry per round, by system; `wrong`:
 *   answers with another status or length than the compared one
 */
export async function measure(tasks, { rounds, seconds, warmUp }) {
  const random = randomFrom(1);
  const milliseconds = seconds * 1_000;
  const results = Object.fromEntries(tasks.map(({ name }) => [name, []]));
  for (const task of tasks) await keepAsking(task, { inFlight: 8, milliseconds: 8_000, count: warmUp });
  for (let round = 0; round < rounds; round++) {
    const order = tasks.map((task) => ({ task, at: random() })).sort((a, b) => a.at - b.at);
    for (const { task } of order) {
      const one = await keepAsking(task, { inFlight: 1, milliseconds });
      const eight = await keepAsking(task, { inFlight: 8, milliseconds });
      results[task.name].push({ p50: one.p50, perSecond: eight.perSecond, wrong: one.wrong + eight.wrong });
    }
  }
  return results;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const rangeOf = (values) => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
  rounds: values.length,
});

/** Ratios are taken round by round, because noise slows all systems of a round. */
export const ratioOf = (values, others) => rangeOf(values.map((value, round) => value / others[round]));

/**
 * Whether a ratio is at most `limit`. Nothing is decided by fewer than five rounds, or where some rounds are above the limit,
 * some are not, and their range is wider than the margin (the distance of the limit from 1).
 * @param {{ median: number, least: number, most: number, rounds: number }} ratio
 */
export function decide({ median, least, most, rounds }, limit) {
  if (rounds < 5) return "not decided";
  if (most <= limit) return "yes";
  if (least > limit) return "no";
  if (most - least > Math.abs(limit - 1)) return "not decided";
  return median <= limit ? "yes" : "no";
}
