export interface OutboundRequest {
  /** GET where nothing is said. */
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Milliseconds from the start of the look-up to the last byte. */
  timeoutMs?: number
  /** Bytes of body after which the answer is cut off and refused. */
  maxBytes?: number
}

export interface OutboundAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
}

/** The one way out to addresses that people give us. */
export interface Outbound {
  /**
   * Asks a public address on the web, once, without following redirects.
   * @throws Problem `platform:errors.outbound` when the address is not public, or does not answer within the limits
   */
  request(url: string | URL, options?: OutboundRequest): Promise<OutboundAnswer>
}
