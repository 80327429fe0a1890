package org.parley.bench.system;

import java.time.Duration;
import java.util.List;

import org.parley.bench.ServerProcesses;
import org.parley.bench.report.ResultTable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;

/**
 * Measures the processor time and the memory of all processes while nobody sends
 * anything.
 *
 * @param checkout the checkout whose Parley is measured
 * @param servers the measured processes
 */
public record IdleBench(Checkout checkout, ServerProcesses servers) {

	/** Work that is delayed on purpose, such as notifications, is over by then. */
	private static final Duration SETTLE = Duration.ofSeconds(30);

	private static final Duration TIME = Duration.ofSeconds(60);

	private static final double MILLIS_PER_PERCENT = TIME.toMillis() / 100.0;

	public List<ResultTable> measure() {
		try (var pending = new DrainWatch(this.checkout)) {
			pending.await();
		}
		Await.sleep(SETTLE);
		var before = this.servers.usage();
		Await.sleep(TIME);
		return List.of(ResultTable.costs("idle, % of a core", this.servers.usageSince(before), MILLIS_PER_PERCENT));
	}

}
