import { advance, type Flights, land, newFlight, takeOff } from "../state/flights";

const tickMs = 100;

/** The calls on their way. Tells of every change, and of the time that passes meanwhile. */
export class FlightWatch {
  #flights: Flights = [];
  #timer: number | undefined;

  constructor(private readonly onChange: () => void) {}

  get flights(): Flights {
    return this.#flights;
  }

  begin(id: number): void {
    this.#set([...this.#flights, newFlight(id)]);
  }

  /** Of a call that set off before the page was loaded again too. */
  sent(id: number): void {
    this.#set(takeOff(this.#flights, id, performance.now()));
  }

  advance(id: number, bytes: number): void {
    this.#set(advance(this.#flights, id, { bytes }));
  }

  /** @returns whether it was on its way. */
  land(id: number | undefined): boolean {
    const isKnown = this.#flights.some((flight) => flight.id === id);
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
