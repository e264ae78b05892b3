import { isRecord } from "../../util/json";
import { type Me } from "../model/model";
import { malformed } from "./malformed";
import { label } from "./primitives";

/**
 * common:getMe. Only what is named here is taken: for an agent token the `uuid` of the response is
 * the token itself.
 */
export function decodeMe(result: unknown): Me {
  if (!isRecord(result)) throw malformed("me", result);
  return { username: label(result.username) };
}
