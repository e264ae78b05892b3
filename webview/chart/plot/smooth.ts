import { type Drawn } from "./samples";

/** So many values on either side are in the mean. */
const reach = 2;

/** The moving mean over five values; fewer at the ends, and never over a break. */
export function smooth(values: readonly Drawn[]): Drawn[] {
  const smoothed = [...values];
  let places: number[] = [];
  const flush = () => {
    for (const [index, place] of places.entries()) {
      const near = Math.min(reach, index, places.length - 1 - index);
      let sum = 0;
      for (let other = index - near; other <= index + near; other++) {
        sum += values[places[other] ?? NaN] ?? NaN;
      }
      smoothed[place] = sum / (2 * near + 1);
    }
    places = [];
  };
  values.forEach((value, place) => {
    if (value === null) flush();
    else if (value !== undefined) places.push(place);
  });
  flush();
  return smoothed;
}
