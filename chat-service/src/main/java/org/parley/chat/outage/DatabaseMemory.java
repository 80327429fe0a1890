package org.parley.chat.outage;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers for ten minutes what the database has answered, and answers from it while the
 * database is away. A refusal forgets the answer at once.
 */
@Component
public class DatabaseMemory {

	private static final Duration REMEMBERED = Duration.ofMinutes(10);

	private static final int MAX = 200_000;

	private final Cache<String, Object> answers = Caffeine.newBuilder()
		.expireAfterWrite(REMEMBERED)
		.maximumSize(MAX)
		.build();

	private final DatabaseWatch watch;

	DatabaseMemory(DatabaseWatch watch) {
		this.watch = watch;
	}

	/**
	 * Asks the database, or returns its last answer while it is away. Within a
	 * transaction the database is always asked.
	 * @throws DataAccessResourceFailureException if the database is away and the answer
	 * is unknown
	 */
	public <T> T get(Class<T> type, String key, Supplier<T> question) {
		var id = type.getSimpleName() + ":" + key;
		if (TransactionSynchronizationManager.isActualTransactionActive() || this.watch.isUsable()) {
			try {
				return remember(id, question);
			}
			catch (RuntimeException ex) {
				if (TransactionSynchronizationManager.isActualTransactionActive() || !DatabaseOutage.isBehind(ex)) {
					throw ex;
				}
				this.watch.suspect();
			}
		}
		var known = this.answers.getIfPresent(id);
		if (known == null) {
			throw new DataAccessResourceFailureException("The database is away, and its answer is not known");
		}
		return type.cast(known);
	}

	private <T> T remember(String id, Supplier<T> question) {
		try {
			var answer = question.get();
			this.answers.put(id, Objects.requireNonNull(answer));
			return answer;
		}
		catch (ProblemException ex) {
			this.answers.invalidate(id);
			throw ex;
		}
	}

}
