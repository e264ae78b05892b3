/** Methods that read records: expensive, so that some servers run only a few at a time. */
export const historyMethods: ReadonlySet<string> = new Set([
  "common:getRecords",
  "public:getPingMetricStats",
  "public:getPingRecords",
  "public:getRecordsByUUID",
  "public:queryMetrics",
]);
