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

/** Asks one system by HTTP over connections that stay open. */
export class Client {
  /** @type {Pool} */
  #pool;

  /** @param {string} url */
  constructor(url) {
    this.#pool = new Pool(url, { connections: 64, pipelining: 1 });
  }

  /**
   * @param {string} body
   * @param {Record<string, string>} headers
   * @returns {Promise<{ status: number, text: string }>}
   */
  async ask(body, headers = {}) {
    const { statusCode, body: answer } = await this.#request(body, headers);
    return { status: statusCode, text: await answer.text() };
  }

  /**
   * Keeps so many requests in flight until the time is over.
   * @param {{ body: string, bytes: number, inFlight: number, milliseconds: number, count?: number }} task `bytes` of the
   *   answer that was compared; with `count`, it ends after so many answers too
   * @returns {Promise<Asked>}
   */
  async closed({ body, bytes, inFlight, milliseconds, count = Number.POSITIVE_INFINITY }) {
    /** @type {Asked} */
    const asked = { count: 0, milliseconds: 0, latencies: [], wrong: 0 };
    const start = performance.now();
    let begun = 0;
    const worker = async () => {
      while (performance.now() - start < milliseconds && begun < count) {
        begun++;
        await this.#timed(body, bytes, asked);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    asked.milliseconds = performance.now() - start;
    return asked;
  }

  /**
   * Sends requests at random moments, so many a second in the mean, whether the ones before are answered or not.
   * @param {{ body: string, bytes: number, rate: number, milliseconds: number, seed: number }} task
   * @returns {Promise<Asked>}
   */
  async open({ body, bytes, rate, milliseconds, seed }) {
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
      flying.push(this.#timed(body, bytes, asked));
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
   * @param {string} body
   * @param {number} bytes
   * @param {Asked} asked
   */
  async #timed(body, bytes, asked) {
    const start = performance.now();
    const { statusCode, body: answer } = await this.#request(body, {});
    const { byteLength } = await answer.arrayBuffer();
    asked.latencies.push(performance.now() - start);
    asked.count++;
    if (statusCode !== 200 || byteLength !== bytes) asked.wrong++;
  }

  /**
   * @param {string} body
   * @param {Record<string, string>} headers
   */
  #request(body, headers) {
    return this.#pool.request({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body,
    });
  }
}
