import { lengthOf } from "../long.js";
import { describeNetworkFaults, describeProcessFaults, networkFaults } from "./faults.js";

describeNetworkFaults(Object.keys(networkFaults), lengthOf(1, 20));
describeProcessFaults(lengthOf(2, 20));
