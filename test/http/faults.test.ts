import { describeNetworkFaults } from "./faults.js";

describeNetworkFaults(
  ["refuses connections", "swallows everything on connections that never come back", "answers with garbage"],
  1,
);
