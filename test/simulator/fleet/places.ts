const places: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  "🇦🇺": [-33.9, 151.2],
  "🇧🇷": [-23.5, -46.6],
  "🇨🇦": [45.5, -73.6],
  "🇨🇳": [31.2, 121.5],
  "🇩🇪": [50.1, 8.7],
  "🇫🇮": [60.2, 24.9],
  "🇬🇧": [51.5, -0.1],
  "🇭🇰": [22.3, 114.2],
  "🇮🇳": [19.1, 72.9],
  "🇯🇵": [35.7, 139.7],
  "🇳🇱": [52.4, 4.9],
  "🇸🇬": [1.4, 103.8],
  "🇺🇸": [34.1, -118.2],
};

/** UTC, at which people in the region are awake and at home. */
export function eveningIn(region: string): number {
  return (20 - Math.round((places[region]?.[1] ?? 0) / 15) + 24) % 24;
}

/** Milliseconds that a packet takes there and back, along cables that are no straight lines. */
export function roundTrip(from: string, to: string): number {
  return 3 + (1.6 * distance(from, to)) / 100;
}

/** Kilometres along the surface. */
function distance(from: string, to: string): number {
  const [a = 0, b = 0] = places[from] ?? [];
  const [c = 0, d = 0] = places[to] ?? [];
  const radians = Math.PI / 180;
  const cosine =
    Math.sin(a * radians) * Math.sin(c * radians) +
    Math.cos(a * radians) * Math.cos(c * radians) * Math.cos((b - d) * radians);
  return 6371 * Math.acos(Math.min(1, cosine));
}
