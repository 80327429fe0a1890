package org.parley.auth.signin.password;

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
final class PasswordHashQueue {

	private static final Duration SHORTLY = Duration.ofSeconds(2);

	private final ThreadPoolExecutor threads;

	private final Semaphore line;

	private final Semaphore inside;

	private final Duration patience;

	/**
	 * Waits for work.
	 * @param atOnce how much is done at a time
	 * @param waiting how many may wait for their turn
	 * @param patience how long each of them does
	 */
	PasswordHashQueue(int atOnce, int waiting, Duration patience) {
		this.threads = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
				Thread.ofPlatform().name("hashing-", 0).factory());
		this.inside = new Semaphore(2 * atOnce, true);
		this.line = new Semaphore(2 * atOnce + waiting);
		this.patience = patience;
	}

	/**
	 * Does something from begin to end that needs a turn, for twice as many at a time as
	 * have one: so that while one's hash is made, another's work is looked up or stored.
	 * @throws ProblemException 503 {@code auth.busy}, before anything is done, when too
	 * many wait already, or no place came free in time
	 */
	<T> T inLine(Supplier<T> all) {
		if (!this.line.tryAcquire()) {
			throw busy();
		}
		try {
			return inside(all);
		}
		finally {
			this.line.release();
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
			throw interrupted(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Hashing failed", ex.getCause());
		}
	}

	/** Ends once what was asked for is done. */
	void end() {
		this.threads.shutdown();
	}

	private <T> T inside(Supplier<T> all) {
		if (!isInTime()) {
			throw busy();
		}
		try {
			return all.get();
		}
		finally {
			this.inside.release();
		}
	}

	private boolean isInTime() {
		try {
			return this.inside.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
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

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while hashing", ex);
	}

	private static ProblemException busy() {
		return ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "auth.busy",
				"Too many people sign in at this moment. Try again shortly.", SHORTLY);
	}

}
