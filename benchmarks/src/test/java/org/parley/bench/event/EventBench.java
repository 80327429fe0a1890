package org.parley.bench.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.bench.ProcessUsageReader;
import org.parley.bench.ServerProcess;
import org.parley.bench.Usage;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;
import org.parley.launcher.infrastructure.Broker;

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
public record EventBench(Checkout checkout, List<ServerProcess> servers, int rate, Duration time, int pile) {

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	public EventReport run(Duration warmUp) throws InterruptedException {
		try (var eventBenchProcess = EventBenchProcess.start(this.checkout)) {
			measureDelays(eventBenchProcess, warmUp);
			var all = Stream.concat(this.servers.stream(), Stream.of(eventBenchProcess.process())).toList();
			var before = usage(all);
			var delays = measureDelays(eventBenchProcess, this.time);
			var used = since(before, usage(all));
			return new EventReport(this.rate, delays, used, measureRelay(eventBenchProcess));
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

	private static Map<String, Usage> usage(List<ServerProcess> servers) {
		var processes = ProcessUsageReader.ofThisMachine();
		return servers.stream().collect(Collectors.toMap(ServerProcess::name, processes::read));
	}

	private static Map<String, Usage> since(Map<String, Usage> before, Map<String, Usage> after) {
		return before.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(then) -> after.getOrDefault(then.getKey(), Usage.NONE).since(then.getValue())));
	}

}
