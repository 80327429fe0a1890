package org.parley.platform.events.cluster;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterLoopTests {

	private final Semaphore looks = new Semaphore(0);

	private final ClusterLoop loop = new ClusterLoop("nothing", noLease(), new Nothing(), Hasty::new);

	@Test
	void goesOnWhenItsThreadIsFasterThanTheOneThatStartsIt() throws InterruptedException {
		this.loop.start();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		this.loop.signal();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		assertThat(this.loop.isRunning()).isTrue();
		this.loop.stop();
		assertThat(this.loop.isRunning()).isFalse();
	}

	@SuppressWarnings("NullAway") // never asked for, and given back quietly
	private static Lease noLease() {
		return new Lease(null, InstantSource.system(), "nothing", "nobody");
	}

	/** Has run before its start returns, if it ends by itself. */
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
