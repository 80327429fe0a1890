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
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** One thread and one waiting place make the order of the tasks predictable. */
class PasswordHashQueueTests {

	private static final String REFUSED = "auth.busy UNAVAILABLE PT2S";

	private static final int PATIENCE_SECONDS = 20;

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	private final AtomicInteger admitted = new AtomicInteger();

	private PasswordHashQueue passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ofSeconds(PATIENCE_SECONDS));

	@AfterEach
	void endAll() {
		this.end.complete(null);
		this.callers.close();
		this.passwordHashQueue.shutDown();
	}

	@Test
	void taskThatWaitsTooLongIsRefusedAndNotRun() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var first = begin();
		var done = new AtomicInteger();
		assertThat(run(() -> "done " + done.incrementAndGet())).isEqualTo(REFUSED);
		assertThat(first).isNotDone();
		this.end.complete(null);
		// The thread runs tasks in order: one left in the queue would run before this.
		await().until(() -> run(() -> "last"), "last"::equals);
		assertThat(done).hasValue(0);
	}

	@Test
	void taskStartedInTimeIsAwaited() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var first = begin();
		this.end.complete(null);
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
	}

	@Test
	void taskBeyondTheQueueIsRefusedAtOnce() throws Exception {
		var first = begin();
		var others = new ExecutorCompletionService<String>(this.callers);
		List.of("one", "other").forEach((name) -> others.submit(() -> run(() -> name)));
		assertThat(others.take().get()).isEqualTo(REFUSED);
		assertThat(others.poll()).isNull();
		assertThat(first).isNotDone();
		this.end.complete(null);
		assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
		assertThat(others.take().get()).isIn("one", "other");
	}

	@Test
	void admissionIsLimitedToTwiceTheThreads() throws Exception {
		var inside = List.of(this.callers.submit(this::occupy), this.callers.submit(this::occupy));
		await().until(() -> this.admitted.get() == 2);
		var others = new ExecutorCompletionService<String>(this.callers);
		List.of("one", "other").forEach((_) -> others.submit(this::occupy));
		assertThat(others.take().get()).isEqualTo(REFUSED);
		assertThat(others.poll()).isNull();
		assertThat(this.admitted).hasValue(2);
		this.end.complete(null);
		for (var caller : inside) {
			assertThat(caller.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(others.take().get()).isEqualTo("done");
		assertThat(this.admitted).hasValue(3);
	}

	@Test
	void callerNotAdmittedInTimeIsRefused() throws Exception {
		this.passwordHashQueue = new PasswordHashQueue(1, 1, Duration.ZERO);
		var inside = List.of(this.callers.submit(this::occupy), this.callers.submit(this::occupy));
		await().until(() -> this.admitted.get() == 2);
		assertThat(occupy()).isEqualTo(REFUSED);
		assertThat(occupy()).isEqualTo(REFUSED);
		this.end.complete(null);
		for (var caller : inside) {
			assertThat(caller.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(occupy()).isEqualTo("done");
		assertThat(this.admitted).hasValue(3);
	}

	@Test
	void failedCallerReleasesItsPlace() {
		for (var i = 0; i < 4; i++) {
			assertThatIllegalStateException().isThrownBy(() -> this.passwordHashQueue.admit(() -> {
				throw new IllegalStateException("broken");
			}));
		}
		this.end.complete(null);
		assertThat(occupy()).isEqualTo("done");
	}

	@Test
	void failedTaskReleasesItsThread() {
		assertThatIllegalStateException().isThrownBy(() -> this.passwordHashQueue.run(() -> {
			throw new IllegalArgumentException("broken");
		})).withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(this.passwordHashQueue.<String>run(() -> "next")).isEqualTo("next");
	}

	/** Starts a task that occupies the thread until the end. */
	private Future<String> begin() throws InterruptedException {
		var first = this.callers.submit(() -> run(() -> {
			this.begun.countDown();
			this.end.join();
			return "first";
		}));
		assertThat(this.begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		return first;
	}

	/** Occupies a place until the end. */
	private String occupy() {
		return outcome(() -> this.passwordHashQueue.admit(() -> {
			this.admitted.incrementAndGet();
			this.end.join();
			return "done";
		}));
	}

	private String run(Callable<String> task) {
		return outcome(() -> this.passwordHashQueue.run(task));
	}

	private static String outcome(Supplier<String> call) {
		try {
			return call.get();
		}
		catch (RefusalException ex) {
			return ex.code() + " " + ex.kind() + " " + ex.retryAfter();
		}
	}

}
