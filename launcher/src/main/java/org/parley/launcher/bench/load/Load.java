package org.parley.launcher.bench.load;

/**
 * What the load generator counted.
 *
 * @param requests that were answered
 * @param micros how long it took
 * @param bytes of all answers, headers included
 * @param p50 latency in microseconds, as are the others
 * @param p95 latency
 * @param p99 latency
 * @param max latency
 * @param refused answers with a status of 400 or more
 * @param broken requests that found no connection or no end
 */
public record Load(long requests, long micros, long bytes, long p50, long p95, long p99, long max, long refused, long broken) {

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
