package org.parley.bench.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.parley.bench.ServerProcesses;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.system.Broker;

/**
 * Measures the latency of events at a steady rate, from the publisher's to the consumer's
 * transaction, and the throughput of the relay after a broker outage.
 *
 * @param checkout the checkout whose servers are used
 * @param servers the measured servers
 * @param rate events per second
 * @param time duration of the measurement
 * @param pile number of events published during the outage
 */
public record EventBench(Checkout checkout, ServerProcesses servers, int rate, Duration time, int pile) {

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	public EventReport run(Duration warmUp) throws InterruptedException {
		try (var eventBenchProcess = EventBenchProcess.start(this.checkout)) {
			measureDelays(eventBenchProcess, warmUp);
			var all = this.servers.and(eventBenchProcess.process());
			var before = all.usage();
			var delays = measureDelays(eventBenchProcess, this.time);
			return new EventReport(this.rate, delays, all.usageSince(before), measureRelay(eventBenchProcess));
		}
	}

	private List<Duration> measureDelays(EventBenchProcess eventBenchProcess, Duration time)
			throws InterruptedException {
		var events = this.rate * (int) time.toSeconds();
		var start = Instant.now();
		if (events > 0) {
			eventBenchProcess.publish(events, this.rate);
		}
		if (!Await.until(TIMEOUT, POLL_INTERVAL, () -> eventBenchProcess.consumedSince(start) >= events)) {
			throw new LauncherException(
					"Only %d of %d events were consumed".formatted(eventBenchProcess.consumedSince(start), events));
		}
		return eventBenchProcess.delaysSince(start);
	}

	private EventReport.Drained measureRelay(EventBenchProcess eventBenchProcess) throws InterruptedException {
		var broker = new Broker(this.checkout);
		broker.stop();
		eventBenchProcess.publish(this.pile, 0);
		var waiting = eventBenchProcess.pending();
		broker.start();
		while (eventBenchProcess.pending() == waiting) {
			Await.sleep(POLL_INTERVAL);
		}
		var start = System.nanoTime();
		while (eventBenchProcess.pending() > 0) {
			Await.sleep(POLL_INTERVAL);
		}
		return new EventReport.Drained(waiting, Duration.ofNanos(System.nanoTime() - start));
	}

}
