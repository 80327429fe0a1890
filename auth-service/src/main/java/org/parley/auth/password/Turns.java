package org.parley.auth.password;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Has hard work done, a little at a time, on threads of its own, in the order in which it
 * is asked for. Nobody waits for long: whose turn has not come in time is told to come
 * back, and nothing is done for them any more.
 */
final class Turns {

	private static final Duration SHORTLY = Duration.ofSeconds(2);

	private final ThreadPoolExecutor threads;

	private final Semaphore places;

	private final Duration patience;

	/**
	 * Waits for work.
	 * @param atOnce how much is done at a time
	 * @param waiting how many may wait for their turn
	 * @param patience how long each of them does
	 */
	Turns(int atOnce, int waiting, Duration patience) {
		this.threads = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
				Thread.ofPlatform().name("hashing-", 0).factory());
		this.places = new Semaphore(atOnce + waiting);
		this.patience = patience;
	}

	/**
	 * Does what leads to a turn, for as many as may wait for one: for others it would be
	 * done in vain.
	 * @throws ProblemException 503 {@code auth.busy} for those
	 */
	<T> T inLine(Supplier<T> approach) {
		if (!this.places.tryAcquire()) {
			throw busy();
		}
		try {
			return approach.get();
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Does the work when its turn comes.
	 * @throws ProblemException 503 {@code auth.busy} when too many wait already, or it
	 * did not come in time
	 */
	<T> T take(Callable<T> work) {
		var turn = new FutureTask<>(work);
		try {
			this.threads.execute(turn);
			return result(turn);
		}
		catch (RejectedExecutionException ex) {
			throw busy();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while hashing", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Hashing failed", ex.getCause());
		}
	}

	/** Ends once what was asked for is done. */
	void end() {
		this.threads.shutdown();
	}

	private <T> T result(FutureTask<T> turn) throws InterruptedException, ExecutionException {
		try {
			return turn.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			if (this.threads.remove(turn)) {
				throw busy();
			}
			return turn.get(); // it has begun, so it ends soon
		}
	}

	private static ProblemException busy() {
		return ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "auth.busy",
				"Too many people sign in at this moment. Try again shortly.", SHORTLY);
	}

}
