import { knows } from "./unknown";

/**
 * The fields of a latest status that the model names, in the order of 1.4.3, and those of Nekomari that
 * it does not use: when the agent sampled, how often, and in which epoch of its counters.
 */
export const statusFields = knows(
  ...["client", "time", "cpu", "gpu", "ram", "ram_total", "swap", "swap_total"],
  ...["load", "load5", "load15", "temp", "disk", "disk_total"],
  ...["net_in", "net_out", "net_total_up", "net_total_down"],
  ...["process", "connections", "connections_udp", "online", "uptime", "ping"],
  ...["gpu_count", "gpu_average_usage", "gpu_detailed_info", "gpu_detail"],
  ...["sampled_at", "received_at", "sample_interval_seconds", "counter_epoch", "quality"],
  ...["connections_tcp"],
);
