import { lengthOf } from "../long.js";
import { describeDisconnects, describeUnread } from "./disconnects.js";

describeDisconnects(lengthOf(100, 500));
describeUnread(lengthOf(3, 20));
