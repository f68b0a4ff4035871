import { describe } from "vitest";
import { describeSettings } from "./secrets.js";

describe("secrets", () => {
  describeSettings();
});
