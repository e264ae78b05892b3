import { type KomariNode } from "../../komari/model/model";

/** A node of which nothing but its uuid is known. */
export function placeholderNode(uuid: string): KomariNode {
  return {
    uuid,
    name: "",
    group: undefined,
    tags: [],
    weight: 0,
    hidden: false,
    region: undefined,
    os: undefined,
    kernelVersion: undefined,
    cpuCores: undefined,
    cpuName: undefined,
    cpuPhysicalCores: undefined,
    gpuName: undefined,
    memoryTotal: undefined,
    swapTotal: undefined,
    diskTotal: undefined,
    ipv4: undefined,
    ipv6: undefined,
    agentVersion: undefined,
    remark: undefined,
    publicRemark: undefined,
    price: undefined,
    autoRenewal: false,
    expiry: undefined,
    trafficLimit: undefined,
    trafficLimitType: "max",
    createdAt: undefined,
  };
}
