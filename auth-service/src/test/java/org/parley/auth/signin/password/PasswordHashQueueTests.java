package org.parley.auth.signin.password;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** One works and one may wait, so that it is always known whose turn it is. */
class PasswordHashQueueTests {

	private static final String REFUSED = "auth.busy 503 PT2S";

	private static final int PATIENCE_SECONDS = 20;

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	private final AtomicInteger standing = new AtomicInteger();

	private PasswordHashQueue passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ofSeconds(PATIENCE_SECONDS));

	@AfterEach
	void endAll() {
		this.end.complete(null);
		this.callers.close();
		this.passwordHashQueue.end();
	}

	@Test
	void whoseTurnDoesNotComeInTimeIsToldToComeBackAndNothingIsDoneForThem() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var first = begin();
		var done = new AtomicInteger();
		assertThat(take(() -> "done " + done.incrementAndGet())).isEqualTo(REFUSED);
		assertThat(first).isNotDone();
		this.end.complete(null);
		// One works in order: what had stayed in the queue would be done before this.
		await().until(() -> take(() -> "last"), "last"::equals);
		assertThat(done).hasValue(0);
	}

	@Test
	void whatHasBegunInTimeIsWaitedFor() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var first = begin();
		this.end.complete(null);
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
	}

	@Test
	void whoComesWhenTooManyWaitIsToldToComeBackAtOnce() throws Exception {
		var first = begin();
		var others = new ExecutorCompletionService<String>(this.callers);
		List.of("one", "other").forEach((name) -> others.submit(() -> take(() -> name)));
		assertThat(others.take().get()).isEqualTo(REFUSED);
		assertThat(others.poll()).isNull();
		assertThat(first).isNotDone();
		this.end.complete(null);
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
		assertThat(others.take().get()).isIn("one", "other");
	}

	@Test
	void twiceAsManyAsWorkAreInsideAndOthersWaitInLine() throws Exception {
		var inside = List.of(this.callers.submit(this::stand), this.callers.submit(this::stand));
		await().until(() -> this.standing.get() == 2);
		var others = new ExecutorCompletionService<String>(this.callers);
		List.of("one", "other").forEach((_) -> others.submit(this::stand));
		assertThat(others.take().get()).isEqualTo(REFUSED);
		assertThat(others.poll()).isNull();
		assertThat(this.standing).hasValue(2);
		this.end.complete(null);
		for (var somebody : inside) {
			assertThat(somebody.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(others.take().get()).isEqualTo("done");
		assertThat(this.standing).hasValue(3);
	}

	@Test
	void whoIsNotLetInInTimeBeginsNothing() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var inside = List.of(this.callers.submit(this::stand), this.callers.submit(this::stand));
		await().until(() -> this.standing.get() == 2);
		assertThat(stand()).isEqualTo(REFUSED);
		assertThat(stand()).isEqualTo(REFUSED);
		this.end.complete(null);
		for (var somebody : inside) {
			assertThat(somebody.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(stand()).isEqualTo("done");
		assertThat(this.standing).hasValue(3);
	}

	@Test
	void whoFailsInLineLeavesIt() {
		for (var i = 0; i < 4; i++) {
			assertThatIllegalStateException().isThrownBy(() -> this.passwordHashQueue.inLine(() -> {
				throw new IllegalStateException("broken");
			}));
		}
		this.end.complete(null);
		assertThat(stand()).isEqualTo("done");
	}

	@Test
	void workThatFailsTakesNobodysTurn() {
		assertThatIllegalStateException().isThrownBy(() -> this.passwordHashQueue.take(() -> {
			throw new IllegalArgumentException("broken");
		})).withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(this.passwordHashQueue.<String>take(() -> "next")).isEqualTo("next");
	}

	/** Somebody whose turn has come, and lasts until the end. */
	private Future<String> begin() throws InterruptedException {
		var first = this.callers.submit(() -> take(() -> {
			this.begun.countDown();
			this.end.join();
			return "first";
		}));
		assertThat(this.begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		return first;
	}

	/** Somebody in line, until the end, for work that is done at once. */
	private String stand() {
		return outcome(() -> this.passwordHashQueue.inLine(() -> {
			this.standing.incrementAndGet();
			this.end.join();
			return "done";
		}));
	}

	private String take(Callable<String> work) {
		return outcome(() -> this.passwordHashQueue.take(work));
	}

	private static String outcome(Supplier<String> asking) {
		try {
			return asking.get();
		}
		catch (ProblemException ex) {
			return ex.code() + " " + ex.status().value() + " " + ex.retryAfter();
		}
	}

}
