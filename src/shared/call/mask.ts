/** What stands in place of a secret in text that is shown, copied or kept. */
export const secretMask = "••••••";

/** The same as a value of JSON. */
export const secretMaskJson = `"${secretMask}"`;

const mask = /(?:•|\\u2022){6}/i;

/**
 * A secret in this JSON is masked, so that sending it would write the mask over the secret. JSON that
 * is broken may be asked about too.
 */
export function holdsMask(json: string): boolean {
  return mask.test(json);
}
