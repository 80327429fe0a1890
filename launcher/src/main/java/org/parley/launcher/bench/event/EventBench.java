package org.parley.launcher.bench.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.bench.ProcessUsageReader;
import org.parley.launcher.bench.ServerProcess;
import org.parley.launcher.bench.Usage;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;
import org.parley.launcher.infrastructure.Broker;

/**
 * Measures the way of events: how long one takes from the writer's transaction to a
 * listener's at a steady rate, and how fast the relay sends what has piled up while the
 * broker was away.
 *
 * @param checkout whose servers are used
 * @param servers whose use is counted
 * @param rate of events per second
 * @param time of the measurement
 * @param pile how many events pile up
 */
public record EventBench(Checkout checkout, List<ServerProcess> servers, int rate, Duration time, int pile) {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final Duration LOOK = Duration.ofMillis(20);

	public EventReport run(Duration warmUp) throws InterruptedException {
		try (var eventBenchProcess = EventBenchProcess.start(this.checkout)) {
			heard(eventBenchProcess, warmUp);
			var all = Stream.concat(this.servers.stream(), Stream.of(eventBenchProcess.process())).toList();
			var before = usage(all);
			var delays = heard(eventBenchProcess, this.time);
			var used = since(before, usage(all));
			return new EventReport(this.rate, delays, used, drained(eventBenchProcess));
		}
	}

	private List<Duration> heard(EventBenchProcess eventBenchProcess, Duration time) throws InterruptedException {
		var events = this.rate * (int) time.toSeconds();
		var start = Instant.now();
		if (events > 0) {
			eventBenchProcess.tick(events, this.rate);
		}
		if (!Await.until(LONGEST, LOOK, () -> eventBenchProcess.heardSince(start) >= events)) {
			throw new LauncherException("Only %d of %d events were heard".formatted(eventBenchProcess.heardSince(start), events));
		}
		return eventBenchProcess.delaysSince(start);
	}

	private EventReport.Drained drained(EventBenchProcess eventBenchProcess) throws InterruptedException {
		var broker = new Broker(this.checkout);
		broker.stop();
		eventBenchProcess.tick(this.pile, 0);
		var waiting = eventBenchProcess.pending();
		broker.start();
		while (eventBenchProcess.pending() == waiting) {
			Await.pass(LOOK);
		}
		var start = System.nanoTime();
		while (eventBenchProcess.pending() > 0) {
			Await.pass(LOOK);
		}
		return new EventReport.Drained(waiting, Duration.ofNanos(System.nanoTime() - start));
	}

	private static Map<String, Usage> usage(List<ServerProcess> servers) {
		var processes = ProcessUsageReader.ofThisMachine();
		return servers.stream().collect(Collectors.toMap(ServerProcess::name, processes::of));
	}

	private static Map<String, Usage> since(Map<String, Usage> before, Map<String, Usage> after) {
		return before.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(then) -> after.getOrDefault(then.getKey(), Usage.NONE).since(then.getValue())));
	}

}
