import { advance, type Flights, land, newFlight, takeOff } from "../state/flights";

const tickMs = 100;

/** The calls on their way. Tells of every change, and of the time that passes meanwhile. */
export class FlightWatch {
  #flights: Flights = [];
  /** Messages may overtake each other: what has been answered never sets off again. */
  readonly #landed = new Set<number>();
  #timer: number | undefined;

  constructor(private readonly onChange: () => void) {}

  get flights(): Flights {
    return this.#flights;
  }

  has(id: number | undefined): boolean {
    return this.#flights.some((flight) => flight.id === id);
  }

  begin(id: number): void {
    this.#set([...this.#flights, newFlight(id)]);
  }

  /** Of a call that set off before the page was loaded again too. */
  sent(id: number): void {
    if (!this.#landed.has(id)) this.#set(takeOff(this.#flights, id, performance.now()));
  }

  advance(id: number, bytes: number): void {
    this.#set(advance(this.#flights, id, { bytes }));
  }

  /** @returns whether it was on its way. */
  land(id: number | undefined): boolean {
    if (id !== undefined) this.#landed.add(id);
    const isKnown = this.has(id);
    if (isKnown) this.#set(land(this.#flights, id));
    return isKnown;
  }

  #set(flights: Flights): void {
    this.#flights = flights;
    if (flights.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= window.setInterval(this.onChange, tickMs);
    this.onChange();
  }
}
