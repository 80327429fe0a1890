package org.parley.launcher.bench;

/**
 * What a process has used.
 *
 * @param cpuMillis processor time since it started
 * @param rssKb resident memory now
 */
public record Usage(long cpuMillis, long rssKb) {

	public static final Usage NONE = new Usage(0, 0);

	Usage plus(Usage other) {
		return new Usage(this.cpuMillis + other.cpuMillis, this.rssKb + other.rssKb);
	}

	/** The time between then and now, with the memory of now. */
	public Usage since(Usage then) {
		return new Usage(this.cpuMillis - then.cpuMillis, this.rssKb);
	}

}
