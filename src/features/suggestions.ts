import type { Suggest } from "../model/expectation.js";
import { nearestName } from "../text/nearest.js";

/** Says which of the names that are known a wrong one was most likely meant to be. */
export const suggest: Suggest = nearestName;
