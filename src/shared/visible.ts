/** Fonts draw nothing for these, or nothing but a blank: zero-width characters, marks of direction, tags, fillers. */
const unseen = "\\p{Default_Ignorable_Code_Point}\\u2800\\ufff9-\\ufffb";

/** Scripts in which joiners within a word change how it is drawn. */
const joining = [
  ...["Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya"],
  ...["Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar", "Tibetan"],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");

const hasUnseen = new RegExp(`[${unseen}]`, "v");
/**
 * An emoji that holds something unseen has it behind its first character, or behind the color of its skin. All of them
 * take long to tell apart, so nothing else is compared with them.
 */
const emoji = `(?=\\p{Emoji}\\p{Emoji_Modifier}?[${unseen}])\\p{RGI_Emoji}`;
const drawn = `${emoji}|(?<=[${joining}])[\\u200c\\u200d](?=[${joining}])`;
const drawnOrUnseen = new RegExp(`(${drawn})|[${unseen}]`, "gv");

/**
 * The text with something to see in place of every character that cannot be seen, so that no text reads as
 * another. What belongs to an emoji, or joins letters, stays.
 */
export function visible(text: string, show: (character: string) => string = codePoint): string {
  if (!hasUnseen.test(text)) return text;
  return text.replace(drawnOrUnseen, (found, stays?: string) => stays ?? show(found));
}

/** "[U+200B]". */
function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
