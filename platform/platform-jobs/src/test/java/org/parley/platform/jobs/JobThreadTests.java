package org.parley.platform.jobs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.parley.platform.jobs.JobRunner.JobThread;

import static org.assertj.core.api.Assertions.assertThat;

class JobThreadTests {

	private final CountDownLatch interrupted = new CountDownLatch(1);

	private final CompletableFuture<Boolean> interruptedAfterWork = new CompletableFuture<>();

	@Test
	void workIsInterrupted() throws InterruptedException {
		var thread = new JobThread("work", (_) -> {
			try {
				Thread.sleep(Duration.ofMinutes(1));
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
			}
		});
		thread.start();
		thread.interruptWork();
		thread.join(Duration.ofMinutes(1));
		assertThat(this.interrupted.getCount()).isZero();
	}

	@Test
	void storingOutcomeIsNotInterrupted() throws InterruptedException {
		var thread = new JobThread("work", (jobThread) -> {
			jobThread.interruptWork();
			jobThread.endWork();
			jobThread.interruptWork();
			this.interruptedAfterWork.complete(Thread.currentThread().isInterrupted());
		});
		thread.start();
		thread.join(Duration.ofMinutes(1));
		assertThat(this.interruptedAfterWork).isCompletedWithValue(false);
	}

}
