package org.parley.platform.mongo.transaction;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StripedLocksTests {

	private final StripedLocks locks = new StripedLocks(new UnitOfWork(new NoTransactions(), () -> false), () -> false);

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void changesOfOneThingRunOneAfterAnother() throws InterruptedException {
		var begun = new CountDownLatch(1);
		var released = new CountDownLatch(1);
		var first = Thread.ofPlatform().start(() -> this.locks.runAlone("post", () -> {
			begun.countDown();
			awaitQuietly(released);
			return this.log.add("first");
		}));
		begun.await();
		var second = Thread.ofPlatform().start(() -> this.locks.runAlone("post", () -> this.log.add("second")));
		await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
		released.countDown();
		first.join();
		second.join();
		assertThat(this.log).containsExactly("first", "second");
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class NoTransactions extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			// Nothing to begin
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			// Nothing to commit
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			// Nothing to roll back
		}

	}

}
