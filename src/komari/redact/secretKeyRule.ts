import { catalogueEntry } from "../catalogue/catalogue";
import { isSecretName } from "../../shared/call/secretNameRule";

/**
 * Whether a member holds a secret by its name. `values`: unless it is the list of fields of a form, which stands
 * below `configuration` under the same name as the values.
 */
export type Secrecy = boolean | "values";

/** Of members of the params or the result of that method. */
export function isSecretKey(method: string): (key: string) => Secrecy {
  const own = new Set(catalogueEntry(method)?.secretKeys);
  return (key) => isSecretName(key) || (own.has(key.toLowerCase()) && "values");
}
