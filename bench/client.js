import { Pool } from "undici";
import { randomFrom } from "./random.js";

/**
 * What a phase of asking gave.
 * @typedef {object} Asked
 * @property {number} count answers
 * @property {number} milliseconds from the first request to the last answer
 * @property {number[]} latencies in milliseconds, one an answer
 * @property {number} wrong answers that were no success, or not as long as the answer that was compared
 */

/**
 * What is sent, and what the right answer looks like.
 * @typedef {object} Task
 * @property {string} body of a POST
 * @property {{ path: string, headers: Record<string, string> }} [get] what is sent by GET in its place
 * @property {number} status
 * @property {number} bytes of the answer that was compared
 */

/** Asks one system by HTTP over connections that stay open. */
export class Client {
  /** @type {Pool} */
  #pool;

  /** @param {string} url */
  constructor(url) {
    this.#pool = new Pool(url, { connections: 64, pipelining: 1 });
  }

  /**
   * @param {Pick<Task, "body" | "get">} task
   * @returns {Promise<{ status: number, text: string, etag: string | undefined }>}
   */
  async ask(task) {
    const { statusCode, headers, body } = await this.#request(task);
    const { etag } = headers;
    return { status: statusCode, text: await body.text(), etag: typeof etag === "string" ? etag : undefined };
  }

  /**
   * Keeps so many requests in flight until the time is over.
   * @param {Task} task
   * @param {{ inFlight: number, milliseconds: number, count?: number }} pace with `count`, it ends after so many answers too
   * @returns {Promise<Asked>}
   */
  async closed(task, { inFlight, milliseconds, count = Number.POSITIVE_INFINITY }) {
    /** @type {Asked} */
    const asked = { count: 0, milliseconds: 0, latencies: [], wrong: 0 };
    const start = performance.now();
    let begun = 0;
    const worker = async () => {
      while (performance.now() - start < milliseconds && begun < count) {
        begun++;
        await this.#timed(task, asked);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    asked.milliseconds = performance.now() - start;
    return asked;
  }

  /**
   * Sends requests at random moments, so many a second in the mean, whether the ones before are answered or not.
   * @param {Task} task
   * @param {{ rate: number, milliseconds: number, seed: number }} pace
   * @returns {Promise<Asked>}
   */
  async open(task, { rate, milliseconds, seed }) {
    /** @type {Asked} */
    const asked = { count: 0, milliseconds: 0, latencies: [], wrong: 0 };
    const random = randomFrom(seed);
    const start = performance.now();
    /** @type {Promise<void>[]} */
    const flying = [];
    let due = 0;
    while (due < milliseconds) {
      const wait = due - (performance.now() - start);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      flying.push(this.#timed(task, asked));
      due += (-Math.log(1 - random()) * 1_000) / rate;
    }
    await Promise.all(flying);
    asked.milliseconds = performance.now() - start;
    return asked;
  }

  async close() {
    await this.#pool.destroy();
  }

  /**
   * @param {Task} task
   * @param {Asked} asked
   */
  async #timed(task, asked) {
    const start = performance.now();
    const { statusCode, body } = await this.#request(task);
    const { byteLength } = await body.arrayBuffer();
    asked.latencies.push(performance.now() - start);
    asked.count++;
    if (statusCode !== task.status || byteLength !== task.bytes) asked.wrong++;
  }

  /** @param {Pick<Task, "body" | "get">} task */
  #request({ body, get }) {
    const accept = "application/json";
    if (get)
      return this.#pool.request({ method: "GET", path: get.path, headers: { accept, ...get.headers } });
    return this.#pool.request({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": accept, accept },
      body,
    });
  }
}
