package org.parley.platform.security.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RevocationSourceLoopTests {

	private final AtomicInteger opened = new AtomicInteger();

	private final AtomicInteger closed = new AtomicInteger();

	private final Semaphore breaks = new Semaphore(0);

	private final RevocationSourceLoop revocationSourceLoop = new RevocationSourceLoop(new RevocationSource() {

		@Override
		public String name() {
			return "test";
		}

		@Override
		public void listen(Runnable open) throws Exception {
			open.run();
			RevocationSourceLoopTests.this.breaks.acquire();
			throw new IOException("It broke");
		}

	}, this.opened::incrementAndGet, this.closed::incrementAndGet);

	@Test
	void failedSourceReopensWithNotification() {
		this.revocationSourceLoop.start();
		await().until(this.revocationSourceLoop::isOpen);
		this.breaks.release(2);
		await().untilAsserted(() -> assertThat(this.opened).hasValue(3));
		await().until(this.revocationSourceLoop::isOpen);
		this.revocationSourceLoop.stop();
		await().until(() -> !this.revocationSourceLoop.isOpen());
		await().untilAsserted(() -> assertThat(this.closed).hasValue(3));
	}

	@Test
	void loopRestartsAfterStop() {
		this.revocationSourceLoop.start();
		await().until(this.revocationSourceLoop::isOpen);
		this.revocationSourceLoop.stop();
		await().until(() -> !this.revocationSourceLoop.isOpen());
		this.revocationSourceLoop.start();
		await().until(this.revocationSourceLoop::isOpen);
		assertThat(this.opened).hasValue(2);
		this.revocationSourceLoop.stop();
	}

	@Test
	void openingIsRetried() {
		var tries = new CountDownLatch(3);
		var broken = new RevocationSourceLoop(new RevocationSource() {

			@Override
			public String name() {
				return "broken";
			}

			@Override
			public void listen(Runnable open) throws Exception {
				tries.countDown();
				throw new IOException("No server is listening");
			}

		}, this.opened::incrementAndGet, this.closed::incrementAndGet);
		broken.start();
		await().atMost(Duration.ofSeconds(20)).until(() -> tries.getCount() == 0);
		broken.stop();
		assertThat(this.opened).hasValue(0);
		assertThat(this.closed).hasValue(0);
	}

}
