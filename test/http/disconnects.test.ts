import { describeDisconnects, describeUnread } from "./disconnects.js";

describeDisconnects(20);
describeUnread(1);
