import { catalogueEntry } from "../catalogue/catalogue";
import { soundsSecret } from "../../shared/call/secretNames";

/** Whether a member of that name holds a secret, in the params or the result of that method. */
export function isSecretKey(method: string): (key: string) => boolean {
  const own = new Set(catalogueEntry(method)?.secretKeys);
  return (key) => own.has(key.toLowerCase()) || soundsSecret(key);
}
