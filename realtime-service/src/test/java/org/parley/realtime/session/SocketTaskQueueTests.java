package org.parley.realtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SocketTaskQueueTests {

	private final Set<Thread> running = ConcurrentHashMap.newKeySet();

	private final SocketTaskQueue queue = new SocketTaskQueue(this.running);

	@Test
	void threadIsKnownUntilItsTasksHaveEnded() throws InterruptedException {
		var ended = new ArrayList<String>();
		var first = new CountDownLatch(1);
		this.queue.add(() -> {
			awaitUninterruptibly(first);
			ended.add("first");
		});
		this.queue.add(() -> ended.add("second"));
		var thread = this.running.iterator().next();
		assertThat(this.running).hasSize(1);
		assertThat(ended).isEmpty();
		first.countDown();
		thread.join();
		assertThat(ended).isEqualTo(List.of("first", "second"));
		await().until(this.running::isEmpty);
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
