package org.parley.resilience.checks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Mails or webhooks received by external systems. A sender that dies before it records
 * the delivery sends it again with the same id.
 *
 * @param all all arrivals, including repeats
 */
record Arrivals(List<Arrival> all) {

	Arrivals {
		all = List.copyOf(all);
	}

	/** Counts distinct arrivals by subject. */
	Map<String, Long> countDistinct() {
		return this.all.stream().distinct().collect(Collectors.groupingBy(Arrival::about, Collectors.counting()));
	}

	/** Counts repeated arrivals. */
	long repeats() {
		return this.all.size() - this.all.stream().distinct().count();
	}

	/** Returns the numbers for the terminal. */
	@Override
	public String toString() {
		return "%,d (%,d received again)".formatted(this.all.size() - repeats(), repeats());
	}

	/**
	 * A received mail or webhook.
	 *
	 * @param about its subject
	 * @param id its id
	 */
	record Arrival(String about, String id) {
	}

}
