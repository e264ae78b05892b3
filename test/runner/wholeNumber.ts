/** The value of the option `--name` of a command. Throws where it is no whole number. */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}.`);
  return Number(text);
}
