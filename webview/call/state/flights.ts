/** A call on its way. */
export interface Flight {
  readonly id: number;
  /** Undefined: the user is still being asked. */
  readonly sentAt: number | undefined;
  readonly bytes: number;
}

/** Calls that have not been answered, the newest last. None waits for another. */
export type Flights = readonly Flight[];

export function newFlight(id: number): Flight {
  return { id, sentAt: undefined, bytes: 0 };
}

/** It is on its way now; one that is not known yet is from before the page was loaded again. */
export function takeOff(flights: Flights, id: number, now: number): Flights {
  const isKnown = flights.some((flight) => flight.id === id);
  return advance(isKnown ? flights : [...flights, newFlight(id)], id, { sentAt: now });
}

export function advance(
  flights: Flights,
  id: number,
  change: Partial<Omit<Flight, "id">>,
): Flights {
  return flights.map((flight) => (flight.id === id ? { ...flight, ...change } : flight));
}

export function land(flights: Flights, id: number | undefined): Flights {
  return flights.filter((flight) => flight.id !== id);
}
