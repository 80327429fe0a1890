package org.parley.bench.capacity;

/**
 * The load of something that more machines alone do not divide, such as the primary of a
 * database.
 *
 * @param name its name
 * @param peak what it must do at the busiest time
 * @param limit what one can do
 */
record LimitLoad(String name, double peak, double limit) {

	/** How full one would be; more than 1 needs several. */
	double fill() {
		return this.peak / this.limit;
	}

	/** The number that is needed, with room for growth. */
	long needed(double utilisation) {
		return Math.max(1, (long) Math.ceil(fill() / utilisation));
	}

}
