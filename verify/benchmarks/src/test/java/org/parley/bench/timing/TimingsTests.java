package org.parley.bench.timing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TimingsTests {

	private final Timings timings = timings("some", 1);

	@Test
	void percentileIsReported() {
		assertThat(this.timings.millis(50)).isEqualTo(100);
		assertThat(this.timings.millis(95)).isEqualTo(190);
		assertThat(this.timings.millis(100)).isEqualTo(200);
	}

	@Test
	void rateUsesElapsedTime() {
		assertThat(this.timings.perSecond()).isEqualTo(100);
		assertThat(this.timings.json()).containsEntry("count", 200).containsEntry("p95 ms", 190.0);
	}

	@Test
	void ratioComparesSlowestWithFastest() {
		assertThat(LongThreadTiming.ratio(List.of(this.timings, timings("slow", 3), timings("slower", 2))))
			.containsEntry("slowest / fastest", 3.0);
	}

	@Test
	void listsRunInOrderAndEachTaskIsTimed() {
		var done = new CopyOnWriteArrayList<Integer>();
		var work = List.<List<Runnable>>of(List.of(() -> done.add(1), () -> done.add(2)), List.of(() -> done.add(3)));
		assertThat(Stopwatch.runConcurrently("work", work).each()).hasSize(3);
		assertThat(done).containsExactlyInAnyOrder(1, 2, 3).containsSubsequence(1, 2);
	}

	@Test
	void slowTaskDelaysNoLaterOneAtSteadyRate() {
		var last = new CountDownLatch(1);
		Runnable slow = () -> assertThat(awaited(last)).isTrue();
		var timed = Stopwatch.runAtRate("work", List.of(slow, () -> {
		}, last::countDown), 100);
		assertThat(timed.each()).hasSize(3);
		assertThat(timed.millis(100)).isGreaterThanOrEqualTo(20);
		assertThat(timed.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
	}

	private static boolean awaited(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void failingTaskIsReported() {
		var work = List.<List<Runnable>>of(List.of(() -> {
			throw new IllegalArgumentException("no");
		}));
		assertThatIllegalStateException().isThrownBy(() -> Stopwatch.runConcurrently("work", work));
	}

	private static Timings timings(String name, int factor) {
		return new Timings(name,
				LongStream.rangeClosed(1, 200)
					.mapToObj((number) -> Duration.ofMillis(factor * (201 - number)))
					.toList(),
				Duration.ofSeconds(2));
	}

}
