import { knows } from "./unknown";

/** The fields of a latest status that the model names. */
export const statusFields = knows(
  ...["client", "time", "cpu", "gpu", "ram", "ram_total", "swap", "swap_total"],
  ...["load", "load5", "load15", "temp", "disk", "disk_total"],
  ...["net_in", "net_out", "net_total_up", "net_total_down"],
  ...["process", "connections", "connections_udp", "online", "uptime", "ping"],
  ...["gpu_count", "gpu_average_usage", "gpu_detailed_info"],
);
