/** A test whether all words of a filter occur in a text, in any case; an empty filter takes all. */
export function wordMatcher(filter: string): (text: string) => boolean {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const lower = text.toLocaleLowerCase();
    return words.every((word) => lower.includes(word));
  };
}
