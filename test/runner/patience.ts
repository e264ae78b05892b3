/**
 * So long, in milliseconds, tests wait for what a quiet machine does within a second or two: only for
 * what never comes. A machine that does other things as well takes its time. The limit of a whole test,
 * in .mocharc.json, is for hangs as well.
 */
export const patienceMs = 30_000;
