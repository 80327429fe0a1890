package org.parley.launcher.checks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was sent to others and came there. Whoever sends something and dies before that is
 * noted sends it once more, under the same id.
 *
 * @param all each as often as it came
 */
record Arrivals(List<Arrival> all) {

	Arrivals {
		all = List.copyOf(all);
	}

	/** How many different ones came, by what they are about. */
	Map<String, Long> different() {
		return this.all.stream().distinct().collect(Collectors.groupingBy(Arrival::about, Collectors.counting()));
	}

	/** How many had come before. */
	long repeats() {
		return this.all.size() - this.all.stream().distinct().count();
	}

	/** How many came, for a person. */
	@Override
	public String toString() {
		return "%,d, and %,d of them again".formatted(this.all.size() - repeats(), repeats());
	}

	/**
	 * Something that came.
	 *
	 * @param about what it is about
	 * @param id that it bears
	 */
	record Arrival(String about, String id) {
	}

}
