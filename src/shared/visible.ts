/** Fonts draw nothing for these, or nothing but a blank: zero-width characters, marks of direction, tags, fillers. */
const unseen =
  "\\p{Default_Ignorable_Code_Point}\\u2800\\ufff9-\\ufffc\\u{13430}-\\u{13440}\\u{16fe4}\\u{1d159}" +
  // Halves of characters all look the same.
  "\\p{Cs}";

/** More marks than this on a letter, no language needs; they would be drawn over the lines above and below. */
const maxMarks = 5;
const flood = `\\p{M}(?<=\\p{M}{${maxMarks + 1}})`;

/** Scripts in which joiners within a word change how it is drawn. */
const joiningScripts = [
  ...["Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya"],
  ...["Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar", "Tibetan"],
];

/** Arabic and Syriac letters that join none that follows: a non-joiner behind them changes nothing. */
const unjoined =
  "\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd" +
  "\\u06cf\\u06d2\\u06d3\\u06d5\\u06ee\\u06ef\\u0710\\u0715-\\u0719\\u071e\\u0728\\u072a\\u072c\\u072f";

/** Signs that take the vowel away from a letter of India and its neighbors, which joiners draw in another way. */
const virama =
  "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u1039\\u103a\\u17d2]";

interface Patterns {
  readonly hasUnseen: RegExp;
  /** What is drawn is its first group. */
  readonly drawnOrUnseen: RegExp;
}

let patterns: Patterns | undefined;

/** Only once something is to be shown: it takes its time. */
function createPatterns(): Patterns {
  const scripts = joiningScripts.map((script) => `\\p{Script=${script}}`).join("");
  const letter = `[[${scripts}]&&\\p{L}]`;
  // As in internationalized domain names (RFC 5892, A.1 and A.2); Bengali has a joiner before the sign, too.
  const joiner = [
    `\\u200c(?<=[${letter}--[${unjoined}]]\\p{Mn}{0,${maxMarks}}\\u200c)(?=\\p{Mn}{0,${maxMarks}}${letter})`,
    `\\u200c(?<=${virama}\\u200c)(?=${letter})`,
    `\\u200d(?<=${virama}\\u200d)`,
    `\\u200d(?<=${letter}\\u200d)(?=${virama})`,
  ].join("|");
  // An emoji that holds something unseen has it behind its first character, or behind the color of its skin. All of
  // them take long to tell apart, so nothing else is compared with them.
  const emoji = `(?=\\p{Emoji}\\p{Emoji_Modifier}?[${unseen}])\\p{RGI_Emoji}`;
  return {
    hasUnseen: new RegExp(`[${unseen}]|${flood}`, "v"),
    drawnOrUnseen: new RegExp(`(${emoji}|${joiner})|[${unseen}]|${flood}`, "gv"),
  };
}

/**
 * The text with something to see in place of every character that cannot be seen, so that no text reads as
 * another. What belongs to an emoji, or joins letters, stays.
 */
export function visible(text: string, show: (character: string) => string = codePoint): string {
  const { hasUnseen, drawnOrUnseen } = (patterns ??= createPatterns());
  if (!hasUnseen.test(text)) return text;
  return text.replace(drawnOrUnseen, (found, stays?: string) => stays ?? show(found));
}

/** "[U+200B]". */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
