package org.parley.bench.capacity;

/**
 * The load of a part in the busiest hour. Its machines share the requests.
 *
 * @param part its name
 * @param rate operations per second that reach it
 * @param cores cores that are busy
 * @param machines machines that it needs
 * @param queue the queue of each of them
 */
record PartLoad(String part, double rate, double cores, long machines, ErlangC queue) {

	static PartLoad of(String part, double rate, double cores, CapacityCosts costs) {
		var coresEach = (int) costs.number("machine.cores");
		var usable = coresEach * costs.number("machine.utilisation");
		var least = costs.number("least." + part, costs.number("least"));
		var machines = (long) Math.max(least, Math.ceil(cores / usable));
		var service = (rate > 0) ? cores * 1_000 / rate : 0;
		return new PartLoad(part, rate, cores, machines, new ErlangC(coresEach, rate / machines, service));
	}

}
