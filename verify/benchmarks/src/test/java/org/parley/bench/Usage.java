package org.parley.bench;

import java.util.Map;

/**
 * Resource usage of a process.
 *
 * @param cpuMillis processor time since it started
 * @param rssKb resident memory in KiB
 */
public record Usage(long cpuMillis, long rssKb) {

	public static final Usage NONE = new Usage(0, 0);

	/** Returns the sum of several processes. */
	public static Usage sum(Map<String, Usage> processes) {
		return processes.values().stream().reduce(NONE, Usage::plus);
	}

	Usage plus(Usage other) {
		return new Usage(this.cpuMillis + other.cpuMillis, this.rssKb + other.rssKb);
	}

	/** Returns the processor time since an earlier reading, with the current memory. */
	public Usage since(Usage earlier) {
		return new Usage(this.cpuMillis - earlier.cpuMillis, this.rssKb);
	}

}
