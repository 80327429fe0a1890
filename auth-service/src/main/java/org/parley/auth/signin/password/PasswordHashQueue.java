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

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * Runs password hashing on a few threads, in the order of arrival. Tasks that wait too
 * long are refused and not run.
 */
final class PasswordHashQueue {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final ThreadPoolExecutor threads;

	private final Semaphore waiting;

	private final Semaphore admitted;

	private final Duration patience;

	/**
	 * Creates the threads.
	 * @param waiting maximum number of waiting callers
	 * @param patience maximum time that each waits
	 */
	PasswordHashQueue(int atOnce, int waiting, Duration patience) {
		this.threads = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
				Thread.ofPlatform().name("hashing-", 0).factory());
		this.admitted = new Semaphore(2 * atOnce, true);
		this.waiting = new Semaphore(2 * atOnce + waiting);
		this.patience = patience;
	}

	/**
	 * Runs a sign-in that needs a hash. Twice as many as there are threads run at a time,
	 * so that some read and write the database while others hash.
	 * @throws RefusalException 503 {@code auth.busy} when too many wait already or no
	 * place becomes free in time; nothing has been run
	 */
	<T> T admit(Supplier<T> signIn) {
		if (!this.waiting.tryAcquire()) {
			throw busy();
		}
		try {
			return runAdmitted(signIn);
		}
		finally {
			this.waiting.release();
		}
	}

	/**
	 * Runs a hash on one of the threads.
	 * @throws RefusalException 503 {@code auth.busy} when too many wait already or the
	 * task does not start in time
	 */
	<T> T run(Callable<T> hash) {
		var task = new FutureTask<>(hash);
		try {
			this.threads.execute(task);
			return result(task);
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

	/** Shuts down after the accepted tasks. */
	void shutDown() {
		this.threads.shutdown();
	}

	private <T> T runAdmitted(Supplier<T> signIn) {
		if (!acquireInTime()) {
			throw busy();
		}
		try {
			return signIn.get();
		}
		finally {
			this.admitted.release();
		}
	}

	private boolean acquireInTime() {
		try {
			return this.admitted.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private <T> T result(FutureTask<T> task) throws InterruptedException, ExecutionException {
		try {
			return task.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			if (this.threads.remove(task)) {
				throw busy();
			}
			return task.get(); // it has started, so it ends soon
		}
	}

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while hashing", ex);
	}

	private static RefusalException busy() {
		return RefusalException.later(RefusalKind.UNAVAILABLE, "auth.busy",
				"Too many sign-ins are in progress. Try again shortly.", RETRY_AFTER);
	}

}
