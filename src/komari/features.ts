import { type Credential } from "./credential";
import { productOf } from "./product";

const metricsMethod = "public:queryMetrics";

/** Added in 1.2.6, the version that fixed getMe for API keys. */
const sinceMendedGetMe = metricsMethod;

const pingStatsMethod = "public:getPingMetricStats";

/**
 * Whether common:getMe may be sent. With an API key it crashes servers up to 1.2.5: HTTP 500, or a
 * dead socket with all its calls. Told by what the server offers, not by what it calls itself;
 * `methods` is undefined while not known.
 */
export function canAskMe(
  credential: Credential,
  methods: ReadonlySet<string> | undefined,
): boolean {
  return credential.kind !== "apiKey" || methods?.has(sinceMendedGetMe) === true;
}

/** Whether the server has a store of metrics: public:queryMetrics. */
export function tellsMetrics(methods: ReadonlySet<string> | undefined): boolean {
  return methods?.has(metricsMethod) === true;
}

/** Whether the server counts the pings themselves: public:getPingMetricStats. */
export function tellsPingStats(methods: ReadonlySet<string> | undefined): boolean {
  return methods?.has(pingStatsMethod) === true;
}

/**
 * Whether common:getNodesLatestStatus calculates the pings of every node from the metric store, which takes
 * long: since 1.2.6. From 1.0.8 on it does so from a table.
 */
export function computesPingsFromMetrics(methods: ReadonlySet<string>): boolean {
  return methods.has(sinceMendedGetMe);
}

/**
 * Whether common:getNodeRecentStatus offers the newest reports, while statuses may take long because of
 * their pings.
 */
export function supportsReports(methods: ReadonlySet<string>): boolean {
  return methods.has("common:getNodeRecentStatus") && !supportsStatusWithoutPings(methods);
}

/** Whether common:getNodesLatestStatus can be asked to leave the pings out: `include_ping`. */
export function supportsStatusWithoutPings(methods: ReadonlySet<string> | undefined): boolean {
  return methods !== undefined && productOf(methods) === "nekomari";
}
