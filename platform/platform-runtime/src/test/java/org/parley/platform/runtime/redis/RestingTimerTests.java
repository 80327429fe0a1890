package org.parley.platform.runtime.redis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class RestingTimerTests {

	private final RestingTimer timer = new RestingTimer();

	@AfterEach
	void stop() {
		this.timer.stop();
	}

	@Test
	void timeoutExpiresWhenItIsDue() throws InterruptedException {
		var expired = new CountDownLatch(1);
		var start = System.nanoTime();
		var timeout = this.timer.newTimeout((_) -> expired.countDown(), 150, TimeUnit.MILLISECONDS);
		assertThat(expired.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(150));
		assertThat(timeout.isExpired()).isTrue();
		assertThat(timeout.cancel()).isFalse();
	}

	@Test
	void timerRestsWithoutTimeoutsAndTicksAgain() throws InterruptedException {
		awaitRest();
		var cancelled = this.timer.newTimeout((_) -> {
		}, 1, TimeUnit.HOURS);
		assertThat(cancelled.cancel()).isTrue();
		assertThat(cancelled.isCancelled()).isTrue();
		awaitRest();
		var expired = new CountDownLatch(1);
		this.timer.newTimeout((_) -> expired.countDown(), 1, TimeUnit.MILLISECONDS);
		assertThat(expired.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void failureEndsNoOtherTimeout() throws InterruptedException {
		this.timer.newTimeout((_) -> {
			throw new IllegalArgumentException("no");
		}, 1, TimeUnit.MILLISECONDS);
		var expired = new CountDownLatch(1);
		this.timer.newTimeout((_) -> expired.countDown(), 200, TimeUnit.MILLISECONDS);
		assertThat(expired.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void stoppedTimerReturnsPendingTimeoutsAndTakesNone() {
		var timeout = this.timer.newTimeout((_) -> {
		}, 1, TimeUnit.HOURS);
		assertThat(this.timer.stop()).containsExactly(timeout);
		assertThatIllegalStateException().isThrownBy(() -> this.timer.newTimeout((_) -> {
		}, 1, TimeUnit.MILLISECONDS));
	}

	private void awaitRest() {
		await().until(this.timer::isResting);
	}

}
