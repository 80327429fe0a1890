package org.parley.bench.capacity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.parley.bench.report.TextTable;

/**
 * Machines and latencies for a day. The simulation knows averages, costs and queues; it
 * knows no hot threads, no slow disks and no failures.
 */
final class CapacityPlan {

	private static final double SHARE = 0.95;

	private static final String COST = "cost.";

	private final CapacityDay day;

	private final CapacityCosts costs;

	private final List<String> operations;

	private final Map<String, PartLoad> parts = new TreeMap<>();

	private final List<LimitLoad> limits;

	CapacityPlan(CapacityDay day) {
		this.day = day;
		this.costs = day.costs();
		this.operations = this.costs.names("operations");
		this.costs.names("parts").forEach((part) -> this.parts.put(part, load(part)));
		this.limits = this.costs.names("limits")
			.stream()
			.map(this::limit)
			.sorted(Comparator.comparingDouble(LimitLoad::fill).reversed())
			.toList();
	}

	Collection<PartLoad> parts() {
		return this.parts.values();
	}

	/**
	 * The load of a part.
	 * @throws IllegalArgumentException when it is not in {@code parts}
	 */
	PartLoad part(String name) {
		var load = this.parts.get(name);
		if (load == null) {
			throw new IllegalArgumentException(name + " is not in parts");
		}
		return load;
	}

	/** The parts that cannot be divided, the fullest first. */
	List<LimitLoad> limits() {
		return this.limits;
	}

	long machines() {
		return this.parts.values().stream().mapToLong(PartLoad::machines).sum();
	}

	/**
	 * The response time that 95 % of an operation's requests do not exceed, in the
	 * busiest hour. It adds the waits of all parts on the way, which seldom happen
	 * together.
	 */
	double latencyMillis(String operation) {
		var way = this.costs.names("way." + operation);
		var waits = way.stream().mapToDouble((part) -> timeIn(part, operation)).sum();
		return waits + way.size() * this.costs.number("network.ms") + this.costs.number("fixed." + operation, 0);
	}

	/** Data that a day adds, in GB, without copies. */
	double storageGigabytes() {
		return this.operations.stream()
			.mapToDouble((operation) -> this.day.total(operation) * this.costs.number("bytes." + operation, 0))
			.sum() / 1e9;
	}

	private PartLoad load(String part) {
		var rate = 0.0;
		var cores = 0.0;
		for (var operation : this.operations) {
			var cost = this.costs.number(COST + operation + "." + part, 0);
			if (cost > 0) {
				rate += this.day.peakRate(operation);
				cores += this.day.peakRate(operation) * cost / 1_000;
			}
		}
		return PartLoad.of(part, rate, cores, this.costs);
	}

	private LimitLoad limit(String name) {
		var uses = this.costs.below("uses." + name);
		var peak = uses.entrySet()
			.stream()
			.mapToDouble((use) -> use.getValue()
					* (use.getKey().equals("sockets") ? this.day.sockets() : this.day.peakRate(use.getKey())))
			.sum();
		return new LimitLoad(name, peak, this.costs.number("limit." + name));
	}

	private double timeIn(String part, String operation) {
		return this.costs.number(COST + operation + "." + part, 0) + part(part).queue().waitMillis(SHARE);
	}

	@Override
	public String toString() {
		var utilisation = this.costs.number("machine.utilisation");
		var machines = new TextTable().row("part", "operations/s", "busy cores", "machines", "utilisation");
		this.parts.values()
			.forEach(
					(load) -> machines.row(load.part(), "%,.0f".formatted(load.rate()), "%,.2f".formatted(load.cores()),
							"%,d".formatted(load.machines()), "%.0f %%".formatted(load.queue().utilisation() * 100)));
		var full = new TextTable().row("limit, the fullest first", "at the peak", "of one", "full", "needed");
		this.limits.forEach(
				(limit) -> full.row(limit.name(), "%,.0f".formatted(limit.peak()), "%,.0f".formatted(limit.limit()),
						"%,.0f %%".formatted(limit.fill() * 100), "%,d".formatted(limit.needed(utilisation))));
		var latencies = new TextTable().row("operation", "a day", "at the peak/s", "p95 ms");
		this.operations.forEach((operation) -> latencies.row(operation, "%,.0f".formatted(this.day.total(operation)),
				"%,.1f".formatted(this.day.peakRate(operation)), "%,.1f".formatted(latencyMillis(operation))));
		return "%,.0f people, %,.0f of them active, %,.0f sockets%n%n%s%n%n%s%n%n%s%n%n%,d machines of %.0f cores for the parts, and what the limits need; %,.2f GB a day"
			.formatted(this.day.people(), this.day.active(), this.day.sockets(), machines, full, latencies, machines(),
					this.costs.number("machine.cores"), storageGigabytes());
	}

}
