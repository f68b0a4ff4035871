import { describeNetworkFaults, describeProcessFaults, networkFaults } from "./faults.js";
import { lengthOf } from "./length.js";

describeNetworkFaults(Object.keys(networkFaults), lengthOf(1, 20));
describeProcessFaults(lengthOf(2, 20));
