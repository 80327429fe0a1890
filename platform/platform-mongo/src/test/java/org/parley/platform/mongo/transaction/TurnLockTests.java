package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

class TurnLockTests {

	private volatile boolean silent = true;

	private final TurnLock turns = new TurnLock(new ReentrantLock(true), () -> this.silent);

	@Test
	void changeBehindSilenceFailsWithoutAsking() {
		assertThat(endOfChangeBehind(() -> new MongoTimeoutException("silent")))
			.isInstanceOf(DataAccessResourceFailureException.class);
		assertThat(run(() -> "next")).isEqualTo("next");
	}

	@Test
	void changeBehindSlowOneRuns() {
		this.silent = false;
		assertThat(endOfChangeBehind(() -> new MongoTimeoutException("slow"))).isNull();
	}

	@Test
	void changeBehindRefusalRuns() {
		assertThat(endOfChangeBehind(() -> new DataIntegrityViolationException("refused"))).isNull();
	}

	@Test
	void changeThatWaitsTooLongFails() throws InterruptedException {
		var begun = new CountDownLatch(1);
		var end = new CountDownLatch(1);
		var first = Thread.ofVirtual().start(() -> run(() -> awaited(begun, end)));
		begun.await();
		assertThat(catchThrowable(() -> this.turns.run(Duration.ZERO, () -> "late")))
			.isInstanceOf(CannotAcquireLockException.class);
		end.countDown();
		first.join();
	}

	/** Returns how a change ends that waited while the one before it failed. */
	private @Nullable Throwable endOfChangeBehind(Supplier<RuntimeException> failure) {
		var begun = new CountDownLatch(1);
		var end = new CountDownLatch(1);
		var result = new AtomicReference<@Nullable Throwable>();
		var first = Thread.ofPlatform().unstarted(() -> run(() -> {
			awaited(begun, end);
			throw failure.get();
		}));
		first.setUncaughtExceptionHandler((_, _) -> {
		});
		var second = Thread.ofPlatform().unstarted(() -> result.set(catchThrowable(() -> run(() -> "second"))));
		try {
			first.start();
			begun.await();
			second.start();
			await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
			end.countDown();
			first.join();
			second.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return result.get();
	}

	private <T> T run(Supplier<T> change) {
		return this.turns.run(Duration.ofMinutes(1), change);
	}

	private static String awaited(CountDownLatch begun, CountDownLatch end) {
		begun.countDown();
		try {
			end.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return "done";
	}

}
