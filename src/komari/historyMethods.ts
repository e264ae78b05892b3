/** Methods that read records: heavy for a server, some of which take only a few of them at a time. */
export const historyMethods: ReadonlySet<string> = new Set([
  "common:getRecords",
  "public:getPingMetricStats",
  "public:getPingRecords",
  "public:getRecordsByUUID",
  "public:queryMetrics",
]);
