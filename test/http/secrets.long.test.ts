import { describe, inject } from "vitest";
import { describeManaged } from "./secrets.js";

describe("secrets", () => {
  describeManaged(inject("neo4jLib"));
});
