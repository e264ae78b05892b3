import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** @param {string[]} parts */
export function fromProject(...parts) {
  return path.join(root, ...parts);
}
