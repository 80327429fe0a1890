package org.parley.bench.capacity;

/**
 * The queue of a machine: requests arrive at random, and each of its cores serves one at
 * a time (M/M/c).
 *
 * @param cores the number of cores
 * @param rate requests per second
 * @param serviceMillis mean processor time of a request
 */
record ErlangC(int cores, double rate, double serviceMillis) {

	/** The share of the cores' time that is used. */
	double utilisation() {
		return this.rate * this.serviceMillis / 1_000 / this.cores;
	}

	/** The probability that a request waits. */
	double waitProbability() {
		var load = utilisation() * this.cores;
		if (load >= this.cores) {
			return 1;
		}
		// Erlang B by its recursion, which does not overflow as factorials do.
		var blocked = 1.0;
		for (var core = 1; core <= this.cores; core++) {
			blocked = load * blocked / (core + load * blocked);
		}
		return blocked / (1 - utilisation() * (1 - blocked));
	}

	/**
	 * The wait that a share of the requests does not exceed, in milliseconds; infinite
	 * for a machine that gets more than it can serve.
	 */
	double waitMillis(double share) {
		if (utilisation() >= 1) {
			return Double.POSITIVE_INFINITY;
		}
		var wait = waitProbability();
		if (wait <= 1 - share) {
			return 0;
		}
		var drain = (this.cores - utilisation() * this.cores) / this.serviceMillis;
		return Math.log(wait / (1 - share)) / drain;
	}

}
