/** Parameters as the text of their JSON, sent as it is: numbers beyond 2^53 as they were typed. */
export class RawJson {
  constructor(readonly text: string) {}
}
