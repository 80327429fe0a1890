package org.parley.forum.tally;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.parley.platform.events.Lease;

import static org.assertj.core.api.Assertions.assertThat;

class TallyFolderTests {

	private final Semaphore looks = new Semaphore(0);

	private final TallyFolder folder = new TallyFolder(new NothingToFold(), noLease(), Hasty::new);

	@Test
	void goesOnWhenItsThreadIsFasterThanTheOneThatStartsIt() throws InterruptedException {
		this.folder.start();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		this.folder.signal();
		assertThat(this.looks.tryAcquire(1, 5, TimeUnit.SECONDS)).isTrue();
		assertThat(this.folder.isRunning()).isTrue();
		this.folder.stop();
		assertThat(this.folder.isRunning()).isFalse();
	}

	@SuppressWarnings("NullAway") // never asked for, and given back quietly
	private static Lease noLease() {
		return new Lease(null, InstantSource.system(), "tally-folder", "nobody");
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

	private final class NothingToFold extends Folding {

		@SuppressWarnings("NullAway") // there is nothing to do with them
		NothingToFold() {
			super(null, null, null);
		}

		@Override
		boolean hasWork() {
			TallyFolderTests.this.looks.release();
			return false;
		}

	}

}
