package org.parley.auth.password;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** One works and one may wait, so that it is always known whose turn it is. */
class TurnsTests {

	private static final String REFUSED = "auth.busy 503 PT2S";

	private static final int PATIENCE_SECONDS = 20;

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	private Turns turns = new Turns(1, 1, Duration.ofSeconds(PATIENCE_SECONDS));

	@AfterEach
	void endAll() {
		this.end.countDown();
		this.callers.close();
		this.turns.end();
	}

	@Test
	void whoseTurnDoesNotComeInTimeIsToldToComeBackAndNothingIsDoneForThem() throws Exception {
		this.turns = new Turns(1, 1, Duration.ZERO);
		var first = begin();
		var done = new AtomicInteger();
		assertThat(outcome(() -> "done " + done.incrementAndGet())).isEqualTo(REFUSED);
		assertThat(first).isNotDone();
		this.end.countDown();
		// One works in order: what had stayed in the queue would be done before this.
		await().until(() -> outcome(() -> "last"), "last"::equals);
		assertThat(done).hasValue(0);
	}

	@Test
	void whatHasBegunInTimeIsWaitedFor() throws Exception {
		this.turns = new Turns(1, 1, Duration.ZERO);
		var first = begin();
		this.end.countDown();
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
	}

	@Test
	void whoComesWhenTooManyWaitIsToldToComeBackAtOnce() throws Exception {
		var first = begin();
		var others = new ExecutorCompletionService<String>(this.callers);
		List.of("one", "other").forEach((name) -> others.submit(() -> outcome(() -> name)));
		assertThat(others.take().get()).isEqualTo(REFUSED);
		assertThat(others.poll()).isNull();
		assertThat(first).isNotDone();
		this.end.countDown();
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
		assertThat(others.take().get()).isIn("one", "other");
	}

	@Test
	void workThatFailsTakesNobodysTurn() {
		assertThatIllegalStateException().isThrownBy(() -> this.turns.take(() -> {
			throw new IllegalArgumentException("broken");
		})).withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(this.turns.<String>take(() -> "next")).isEqualTo("next");
	}

	/** Somebody whose turn has come, and lasts until the end. */
	private Future<String> begin() throws InterruptedException {
		var first = this.callers.submit(() -> outcome(() -> {
			this.begun.countDown();
			this.end.await();
			return "first";
		}));
		assertThat(this.begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		return first;
	}

	private String outcome(Callable<String> work) {
		try {
			return this.turns.take(work);
		}
		catch (ProblemException ex) {
			return ex.code() + " " + ex.status().value() + " " + ex.retryAfter();
		}
	}

}
