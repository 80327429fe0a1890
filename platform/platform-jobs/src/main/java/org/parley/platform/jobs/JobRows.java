package org.parley.platform.jobs;

import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.database.DatabaseFailure;

/** The rows of a job's run, none of which stops the others. */
public final class JobRows {

	private static final int MOST_FAILURES = 100;

	private JobRows() {
	}

	/**
	 * Works on each row and closes the rows. A run of which rows failed fails at its end,
	 * or at once when the database is away, the run is interrupted or a hundred rows have
	 * failed.
	 * @param work returns whether the row counts
	 * @return the number of rows that count
	 * @throws RuntimeException the failure of the first row that failed
	 */
	public static <T> int forEach(Stream<T> rows, Predicate<T> work) {
		var failures = new Failures();
		int count = 0;
		try (rows) {
			for (Iterator<T> all = rows.iterator(); all.hasNext();) {
				var row = all.next();
				try {
					count += work.test(row) ? 1 : 0;
				}
				catch (RuntimeException ex) {
					failures.add(ex);
				}
			}
		}
		failures.throwFirst();
		return count;
	}

	private static final class Failures {

		private @Nullable RuntimeException first;

		private int count;

		void add(RuntimeException failure) {
			if (this.first == null) {
				this.first = failure;
			}
			else {
				this.first.addSuppressed(failure);
			}
			this.count++;
			if (this.count == MOST_FAILURES || DatabaseFailure.of(failure).isOutage()
					|| Thread.currentThread().isInterrupted()) {
				throwFirst();
			}
		}

		void throwFirst() {
			if (this.first != null) {
				throw this.first;
			}
		}

	}

}
