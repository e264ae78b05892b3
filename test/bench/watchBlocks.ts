/** The longest that a timer has waited for its turn from now on, in milliseconds. */
export function watchBlocks(): () => Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return async () => {
    // A block at the very end shows when the timer has its turn again.
    await new Promise((resolve) => setTimeout(resolve, 5));
    clearInterval(timer);
    return longest;
  };
}
