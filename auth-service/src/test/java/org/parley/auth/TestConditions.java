package org.parley.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock and a random source that tests control. */
@TestConfiguration(proxyBeanMethods = false)
public class TestConditions {

	@Bean
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	@Primary
	GatedRandom gatedRandom() {
		return new GatedRandom();
	}

	/** The real time plus an offset. */
	public static final class MovableClock implements InstantSource {

		private volatile Duration moved = Duration.ZERO;

		private volatile @Nullable Instant frozen;

		@Override
		public Instant instant() {
			var now = this.frozen;
			return ((now != null) ? now : InstantSource.system().instant()).plus(this.moved);
		}

		public void move(Duration by) {
			this.moved = this.moved.plus(by);
		}

		/** Stops the clock, which then changes only by {@link #move}. */
		public void freeze() {
			this.frozen = InstantSource.system().instant();
		}

		public void reset() {
			this.moved = Duration.ZERO;
			this.frozen = null;
		}

	}

	/**
	 * A real random source. With a gate, each caller waits until all others have called,
	 * so that all have read before one writes.
	 */
	public static final class GatedRandom implements RandomGenerator {

		private final RandomGenerator random = new SecureRandom();

		private volatile @Nullable CyclicBarrier gate;

		private final ThreadLocal<Boolean> passed = ThreadLocal.withInitial(() -> false);

		@Override
		public long nextLong() {
			return this.random.nextLong();
		}

		@Override
		public void nextBytes(byte[] bytes) {
			var closed = this.gate;
			if (closed != null && !this.passed.get()) {
				this.passed.set(true);
				pass(closed);
			}
			this.random.nextBytes(bytes);
		}

		public void gate(int parties) {
			this.gate = new CyclicBarrier(parties);
		}

		public void open() {
			this.gate = null;
		}

		private static void pass(CyclicBarrier gate) {
			try {
				gate.await(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (BrokenBarrierException | TimeoutException ex) {
				throw new IllegalStateException("The other callers did not arrive", ex);
			}
		}

	}

}
