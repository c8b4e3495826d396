import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** A request begins; call the answer when it ends. */
  begin(): (method: string, status: number) => void
  /** A request was turned away because too many were under way. */
  shed(): void
  contentType: string
  text(): Promise<string>
}

/** Counts and times for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'entente_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const shed = new Counter({ name: 'entente_http_shed_total', help: 'Requests turned away', registers: [registry] })
  return {
    begin() {
      const end = duration.startTimer()
      return (method, status) => void end({ method, status: `${Math.floor(status / 100)}xx` })
    },
    shed: () => shed.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
