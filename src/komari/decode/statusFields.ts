/** The fields of a latest status that the model names. A switch: twice as fast here as a Set. */
export function isKnownOfStatus(field: string): boolean {
  switch (field) {
    case "client":
    case "time":
    case "cpu":
    case "gpu":
    case "ram":
    case "ram_total":
    case "swap":
    case "swap_total":
    case "load":
    case "load5":
    case "load15":
    case "temp":
    case "disk":
    case "disk_total":
    case "net_in":
    case "net_out":
    case "net_total_up":
    case "net_total_down":
    case "process":
    case "connections":
    case "connections_udp":
    case "online":
    case "uptime":
    case "ping":
    case "gpu_count":
    case "gpu_average_usage":
    case "gpu_detailed_info":
      return true;
    default:
      return false;
  }
}
