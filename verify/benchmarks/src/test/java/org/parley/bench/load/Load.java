package org.parley.bench.load;

/**
 * The counts of the load generator.
 *
 * @param requests number of answered requests
 * @param micros duration in microseconds
 * @param bytes bytes of all responses, including headers
 * @param p50 latency in microseconds, like the following
 * @param p95 latency
 * @param p99 latency
 * @param max latency
 * @param refused number of responses with a status of 400 or more
 * @param broken number of requests without a connection or a complete response
 */
public record Load(long requests, long micros, long bytes, long p50, long p95, long p99, long max, long refused,
		long broken) {

	public double perSecond() {
		return this.requests * 1_000_000.0 / this.micros;
	}

	public long bytesEach() {
		return (this.requests == 0) ? 0 : this.bytes / this.requests;
	}

	public long errors() {
		return this.refused + this.broken;
	}

}
