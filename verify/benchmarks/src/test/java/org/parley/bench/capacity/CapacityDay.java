package org.parley.bench.capacity;

import java.time.Duration;

/**
 * A day: what an active person does on average, and how uneven the day is.
 *
 * @param people registered people
 * @param costs has the habits, {@code day.*}
 */
record CapacityDay(double people, CapacityCosts costs) {

	/** People who come on this day. */
	double active() {
		return this.people * this.costs.number("day.active");
	}

	/** Operations per second in the busiest hour. */
	double peakRate(String operation) {
		return active() * this.costs.number("day." + operation) * this.costs.number("day.peak")
				/ Duration.ofDays(1).toSeconds();
	}

	/** Operations of the whole day. */
	double total(String operation) {
		return active() * this.costs.number("day." + operation);
	}

	/** Sockets that are open at the busiest time. */
	double sockets() {
		return active() * this.costs.number("day.online");
	}

}
