import { type SimNode, gib } from "./simNode";

/** A GPU as servers since 1.5 list it. Memory in bytes, percent, degrees Celsius. */
export interface Gpu {
  readonly name: string;
  readonly memory_total: number;
  readonly memory_used: number;
  readonly utilization: number;
  readonly temperature: number;
}

export function hasGpu({ facts }: SimNode): boolean {
  return facts.gpu_name.startsWith("NVIDIA");
}

/** Two of a kind, whose mean is the use of the GPU; none where there is no GPU. */
export function gpusOf(node: SimNode, usage: number): readonly Gpu[] {
  if (!hasGpu(node)) return [];
  const apart = Math.round(Math.min(usage, 100 - usage) / 2);
  return [apart, -apart].map((more) => {
    const utilization = Math.round(usage + more);
    return {
      name: node.facts.gpu_name,
      memory_total: 24 * gib,
      memory_used: Math.round(24 * gib * (0.1 + 0.007 * utilization)),
      utilization,
      temperature: 38 + Math.round(0.4 * utilization),
    };
  });
}

export function meanUse(gpus: readonly Gpu[]): number {
  return gpus.reduce((sum, { utilization }) => sum + utilization, 0) / Math.max(1, gpus.length);
}
