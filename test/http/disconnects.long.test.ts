import { describeDisconnects, describeUnread } from "./disconnects.js";
import { lengthOf } from "./length.js";

describeDisconnects(lengthOf(100, 500));
describeUnread(lengthOf(3, 20));
