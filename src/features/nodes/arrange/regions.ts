import { singleLine } from "../../../shared/singleLine";

/** What a node's region stands for: a country or area by its code, or a text that names none. */
export interface Region {
  /** ISO 3166 alpha-2, as in "JP"; undefined: the text is all that is known. */
  readonly code: string | undefined;
  readonly name: string;
}

/** Regional indicators: the two letters that a flag is made of. */
const flag = /^([\u{1F1E6}-\u{1F1FF}])([\u{1F1E6}-\u{1F1FF}])/u;
const firstIndicator = 0x1f1e6;
const firstLetter = 65;

/** Knows regions however they are written: as a flag, as a code, or by a name that Intl knows. */
export class Regions {
  readonly #names: Intl.DisplayNames;
  readonly #parsed = new Map<string, Region | undefined>();
  #codes: ReadonlyMap<string, string> | undefined;

  /** @param locale BCP 47: the language of the names. */
  constructor(private readonly locale: string) {
    this.#names = namesIn(locale, "long");
  }

  /** Undefined where nothing is written. */
  parse(written: string): Region | undefined {
    if (!this.#parsed.has(written)) this.#parsed.set(written, this.#parse(written));
    return this.#parsed.get(written);
  }

  #parse(written: string): Region | undefined {
    // Variation selectors say only how an emoji is drawn.
    const text = plainKey(written.replace(/[\uFE0E\uFE0F]/g, ""));
    if (text === "") return undefined;
    const code = this.#codeOf(text);
    const name = code && this.#names.of(code);
    return name === undefined ? { code: undefined, name: text } : { code, name };
  }

  #codeOf(text: string): string | undefined {
    const code = flagCode(text);
    if (code === undefined) return this.#codeOfWord(text);
    const rest = text.replace(flag, "").trim();
    return rest === "" || this.#codeOfWord(rest) === code ? code : undefined;
  }

  #codeOfWord(word: string): string | undefined {
    if (/^[a-z]{2}$/i.test(word)) {
      const code = canonical(word.toUpperCase());
      if (this.#names.of(code) !== undefined) return code;
    }
    this.#codes ??= codesByName([this.locale, "en", "zh-CN"]);
    return this.#codes.get(word.toLowerCase());
  }
}

/** Trimmed, on one line and without doubled spaces, so that no two groups look alike. */
export function plainKey(text: string): string {
  return singleLine(text).replace(/\s+/g, " ").trim();
}

/** "JP" → "🇯🇵". */
export function flagOf(code: string): string {
  return String.fromCodePoint(
    ...Array.from(code, (letter) => letter.charCodeAt(0) - firstLetter + firstIndicator),
  );
}

function flagCode(text: string): string | undefined {
  const indicators = flag.exec(text)?.slice(1);
  if (indicators === undefined) return undefined;
  const letters = indicators.map((indicator) => (indicator.codePointAt(0) ?? 0) - firstIndicator);
  return canonical(String.fromCharCode(...letters.map((letter) => letter + firstLetter)));
}

/** Some codes have another one that is preferred: "UK" → "GB". */
function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

function namesIn(locale: string, style: "long" | "short"): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type: "region", style, fallback: "none" });
}

/** The codes of all regions by their names, in lower case. */
function codesByName(locales: readonly string[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, index) =>
    String.fromCharCode(firstLetter + index),
  );
  const known = letters.flatMap((first) => letters.map((second) => canonical(first + second)));
  for (const locale of locales) {
    for (const style of ["long", "short"] as const) {
      const names = namesIn(locale, style);
      for (const code of known) {
        const name = names.of(code)?.toLowerCase();
        if (name !== undefined && !codes.has(name)) codes.set(name, code);
      }
    }
  }
  return codes;
}
