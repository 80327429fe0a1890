package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.mongodb.MongoTimeoutException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ConflictQueueTests {

	private final RuntimeException conflict = new OptimisticLockingFailureException("first attempt");

	private final ConflictQueue queue = new ConflictQueue(() -> false);

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void repeatedTransactionsOfOneUseCaseTakeTurns() throws InterruptedException {
		var begun = new CountDownLatch(1);
		var proceed = new CountDownLatch(1);
		var threads = new ArrayList<Thread>();
		threads.add(start(String.class, () -> {
			begun.countDown();
			awaitQuietly(proceed);
			return this.log.add("first");
		}));
		begun.await();
		for (var name : List.of("second", "third")) {
			threads.add(start(String.class, () -> this.log.add(name)));
			await().until(() -> threads.getLast().getState() == Thread.State.TIMED_WAITING);
		}
		proceed.countDown();
		for (var thread : threads) {
			thread.join();
		}
		assertThat(this.log).containsExactly("first", "second", "third");
	}

	@Test
	void otherUseCaseDoesNotWait() throws InterruptedException {
		var begun = new CountDownLatch(1);
		var proceed = new CountDownLatch(1);
		var first = start(String.class, () -> {
			begun.countDown();
			awaitQuietly(proceed);
			return this.log.add("first");
		});
		begun.await();
		this.queue.repeat(Integer.class, () -> this.log.add("other"));
		proceed.countDown();
		first.join();
		assertThat(this.log).containsExactly("other", "first");
	}

	@Test
	void conflictIsRepeatedUntilItSucceeds() {
		var attempts = new AtomicInteger();
		var result = this.queue.repeat(String.class, () -> {
			if (attempts.incrementAndGet() < 4) {
				throw this.conflict;
			}
			return "done";
		});
		assertThat(result).isEqualTo("done");
		assertThat(attempts).hasValue(4);
	}

	@Test
	void outageIsNotRepeated() {
		var attempts = new AtomicInteger();
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.queue.repeat(String.class, () -> {
			attempts.incrementAndGet();
			throw new MongoTimeoutException("silent");
		}));
		assertThat(attempts).hasValue(1);
	}

	@Test
	void refusalIsNotRepeated() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.queue.repeat(String.class, () -> {
				throw new DataIntegrityViolationException("refused");
			}));
		assertThat(this.queue.repeat(String.class, () -> "next")).isEqualTo("next");
	}

	private Thread start(Class<?> useCase, Supplier<Boolean> transaction) {
		return Thread.ofPlatform().start(() -> this.queue.repeat(useCase, transaction));
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
