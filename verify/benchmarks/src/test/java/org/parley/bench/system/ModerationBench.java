package org.parley.bench.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.Timings;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.system.Instance;

/**
 * Measures checks with a model that answers after 100 ms: the rate of one, two and four
 * workers, and the time to the verdict about a new text while 10,000 wait. The present
 * workers of moderation-service are stopped for this time, and their copies call the
 * model.
 *
 * @param checkout the checkout whose Parley is measured
 */
public record ModerationBench(Checkout checkout) {

	private static final String SERVICE = "moderation-service";

	private static final Duration DELAY = Duration.ofMillis(100);

	private static final List<Integer> MORE_WORKERS = List.of(2, 4);

	private static final int WARM_UP = 400;

	private static final int TEXTS = 2_000;

	private static final int WAITING = 10_000;

	private static final int NEW_TEXTS = 30;

	private static final int FIRST_COPY = 11;

	private static final Duration START = Duration.ofMinutes(2);

	private static final Duration TIMEOUT = Duration.ofMinutes(10);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	public List<ResultTable> measure() {
		var present = Instance.all(this.checkout)
			.stream()
			.filter((instance) -> instance.name().startsWith(SERVICE))
			.toList();
		var workers = present.stream().filter((instance) -> instance.name().contains("worker")).toList();
		var stopped = workers.isEmpty() ? present : workers;
		stopped.forEach(Instance::stop);
		try (var model = new SlowModel(DELAY); var texts = new WaitingChecks(this.checkout)) {
			var rows = new LinkedHashMap<String, Map<String, Double>>();
			var one = measure(stopped.getFirst(), 1, model, texts, rows, null);
			MORE_WORKERS.forEach((count) -> measure(stopped.getFirst(), count, model, texts, rows, one));
			return List.of(new ResultTable("checks, model of 100 ms", rows));
		}
		finally {
			stopped.forEach((instance) -> start(instance, Map.of()));
			stopped.forEach((instance) -> instance.awaitReady(START));
		}
	}

	/**
	 * Adds a row about some workers.
	 * @param one the rate of one worker; null while it is measured
	 * @return the texts per second
	 */
	private static double measure(Instance worker, int count, SlowModel model, WaitingChecks texts,
			Map<String, Map<String, Double>> rows, @Nullable Double one) {
		var copies = IntStream.range(0, count).mapToObj((number) -> worker.createCopy(FIRST_COPY + number)).toList();
		try {
			copies.forEach((copy) -> start(copy, environment(model)));
			copies.forEach((copy) -> copy.awaitReady(START));
			drain(texts, WARM_UP);
			var calls = model.calls();
			var took = drain(texts, TEXTS);
			var rate = TEXTS * 1_000.0 / took.toMillis();
			var row = new LinkedHashMap<String, Double>();
			row.put("per second", rate);
			row.put("ratio to one", (one != null) ? rate / one : 1);
			row.put("calls per text", (model.calls() - calls) / (double) TEXTS);
			rows.put((one != null) ? count + " workers" : "one worker", row);
			if (one == null) {
				rows.put("new text, %,d waiting".formatted(WAITING), row(newTexts(texts)));
			}
			return rate;
		}
		finally {
			copies.forEach(Instance::stop);
		}
	}

	private static Map<String, String> environment(SlowModel model) {
		return Map.of("PARLEY_AI_URL", model.address(), "PARLEY_AI_KEY", "bench", "PARLEY_AI_CALLSPERMINUTE",
				"1000000");
	}

	private static void start(Instance instance, Map<String, String> environment) {
		try {
			instance.start(environment);
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

	private static Duration drain(WaitingChecks texts, int count) {
		var start = System.nanoTime();
		texts.add(count);
		if (!Await.until(TIMEOUT, POLL_INTERVAL, () -> texts.count() == 0)) {
			throw new LauncherException("%d texts have no verdict".formatted(texts.count()));
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static Timings newTexts(WaitingChecks texts) {
		texts.add(WAITING);
		Runnable newText = () -> {
			var id = texts.addOne();
			Await.until(TIMEOUT, POLL_INTERVAL, () -> texts.hasVerdict(id));
		};
		var timings = Stopwatch.runConcurrently("new texts",
				List.of(IntStream.range(0, NEW_TEXTS).mapToObj((_) -> newText).toList()));
		texts.remove();
		return timings;
	}

	private static Map<String, Double> row(Timings timings) {
		var row = new LinkedHashMap<String, Double>();
		row.put("p50 ms", timings.millis(50));
		row.put("p95 ms", timings.millis(95));
		row.put("max ms", timings.millis(100));
		return row;
	}

}
