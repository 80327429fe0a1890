package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterLoopTests {

	private final Semaphore looks = new Semaphore(0);

	private final ClusterLoop loop = new ClusterLoop("nothing", noLease(), new Nothing(), Hasty::new);

	@Test
	void loopRunsWhenThreadStartsEarly() throws InterruptedException {
		this.loop.start();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		this.loop.signal();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		assertThat(this.loop.isRunning()).isTrue();
		this.loop.stop();
		assertThat(this.loop.isRunning()).isFalse();
	}

	@Test
	void loopContinuesAfterStackOverflow() throws InterruptedException {
		var again = new Semaphore(0);
		var loop = new ClusterLoop("deep", noLease(), new Deep(again), Thread::new);
		loop.start();
		assertThat(again.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
		loop.stop();
	}

	@Test
	void loopPollsLessWhileItsInstanceIsAlone() throws InterruptedException {
		var work = new RarelyPolledAlone();
		var loop = new ClusterLoop("slow", noLease(), work);
		loop.start();
		assertThat(work.looks.tryAcquire(10, 5, TimeUnit.SECONDS)).as("beside others").isTrue();
		loop.knowAloneBy(() -> true);
		work.looks.tryAcquire(10, 100, TimeUnit.MILLISECONDS);
		work.looks.drainPermits();
		assertThat(work.looks.tryAcquire(10, 1, TimeUnit.SECONDS)).as("alone").isFalse();
		loop.stop();
	}

	@Test
	void signalOfStoppedLoopIsPassedOn() {
		var others = new Semaphore(0);
		this.loop.tellOthersBy(others::release);
		this.loop.signal();
		assertThat(others.availablePermits()).isOne();
	}

	@Test
	void signalIsPassedOnUnlessWorkIsClaimed() throws InterruptedException {
		var others = new Semaphore(0);
		var garden = new Garden();
		var loop = new ClusterLoop("garden", garden, garden);
		loop.tellOthersBy(others::release);
		loop.start();
		garden.awaitRound();
		loop.signal();
		garden.awaitRound();
		garden.free = false;
		loop.signal();
		assertThat(others.tryAcquire(5, TimeUnit.SECONDS)).as("another instance has the claim").isTrue();
		garden.free = true;
		garden.rounds.drainPermits();
		loop.wake();
		garden.awaitRound();
		loop.stop();
		assertThat(others.availablePermits()).as("claimed here, or signalled by another instance").isZero();
	}

	@Test
	void signalsThatFollowBatchStartOneBatchTogether() throws InterruptedException {
		var garden = new Garden();
		var loop = new ClusterLoop("garden", garden, garden);
		loop.start();
		garden.awaitRound();
		garden.gap = Duration.ofSeconds(1);
		loop.signal();
		garden.awaitRound();
		loop.signal();
		loop.signal();
		loop.signal();
		garden.awaitRound();
		loop.stop();
		assertThat(garden.rounds.availablePermits()).isZero();
	}

	@Test
	void signalsThatFollowArePassedOnTogether() throws InterruptedException {
		var others = new Semaphore(0);
		var garden = new Garden();
		garden.free = false;
		garden.gap = Duration.ofSeconds(1);
		var loop = new ClusterLoop("garden", garden, garden);
		loop.tellOthersBy(others::release);
		loop.start();
		loop.signal();
		assertThat(others.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
		loop.signal();
		loop.signal();
		loop.signal();
		assertThat(others.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
		loop.stop();
		assertThat(others.availablePermits()).isZero();
	}

	@Test
	void stopEndsBatchThatOnlyWaits() throws InterruptedException {
		var watcher = new Watcher();
		var loop = new ClusterLoop("watcher", WorkClaim.none(), watcher);
		loop.start();
		assertThat(watcher.begun.await(5, TimeUnit.SECONDS)).isTrue();
		loop.stop();
		assertThat(watcher.finished.getCount()).as("the batch ended before the loop had stopped").isZero();
	}

	@SuppressWarnings("NullAway") // never acquired, released without an error
	private static Lease noLease() {
		return new Lease(null, InstantSource.system(), "nothing", "nobody");
	}

	/** Work that waits until the loop stops. */
	private static final class Watcher implements ClusterLoop.Work {

		final CountDownLatch begun = new CountDownLatch(1);

		final CountDownLatch finished = new CountDownLatch(1);

		private final CountDownLatch stopped = new CountDownLatch(1);

		@Override
		public boolean waits() {
			return true;
		}

		@Override
		public boolean doBatch() {
			this.begun.countDown();
			try {
				this.stopped.await(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.finished.countDown();
			return false;
		}

		@Override
		public void stop() {
			this.stopped.countDown();
		}

	}

	/** Work of which this instance has the claim while it is free. */
	private static final class Garden implements ClusterLoop.Work, WorkClaim {

		final Semaphore rounds = new Semaphore(0);

		volatile boolean free = true;

		volatile Duration gap = Duration.ZERO;

		void awaitRound() throws InterruptedException {
			assertThat(this.rounds.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
		}

		@Override
		public boolean waits() {
			return true;
		}

		@Override
		public boolean acquire() {
			return this.free;
		}

		@Override
		public Duration gap() {
			return this.gap;
		}

		@Override
		public void release() {
			// no claim to release
		}

		@Override
		public boolean doBatch() {
			this.rounds.release();
			return false;
		}

	}

	/** Ends before start returns, if it ends by itself. */
	private static final class Hasty extends Thread {

		Hasty(Runnable work) {
			super(work);
		}

		@Override
		public void start() {
			super.start();
			try {
				join(100);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/** Fails the first time, like a recursive pattern. */
	private static final class Deep implements ClusterLoop.Work {

		private final Semaphore again;

		private boolean failed;

		Deep(Semaphore again) {
			this.again = again;
		}

		@Override
		public boolean waits() {
			if (!this.failed) {
				this.failed = true;
				throw new StackOverflowError();
			}
			this.again.release();
			return false;
		}

		@Override
		public boolean doBatch() {
			return false;
		}

	}

	private final class Nothing implements ClusterLoop.Work {

		@Override
		public boolean waits() {
			ClusterLoopTests.this.looks.release();
			return false;
		}

		@Override
		public boolean doBatch() {
			return false;
		}

	}

}
