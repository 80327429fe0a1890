package org.parley.chat.outage;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.database.DatabaseFailure;

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
		var id = id(type, key);
		if (TransactionSynchronizationManager.isActualTransactionActive() || this.watch.isUsable()) {
			try {
				return remember(id, question);
			}
			catch (RuntimeException ex) {
				if (TransactionSynchronizationManager.isActualTransactionActive()
						|| !DatabaseFailure.of(ex).isOutage()) {
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

	/** Returns a remembered answer. */
	public <T> Optional<T> find(Class<T> type, String key) {
		return Optional.ofNullable(this.answers.getIfPresent(id(type, key))).map(type::cast);
	}

	/** Whether an answer is remembered, or the database cannot be asked for it. */
	public boolean isSatisfied(Class<?> type, String key) {
		return !this.watch.isUsable() || this.answers.getIfPresent(id(type, key)) != null;
	}

	/**
	 * Asks the database for an answer, if any, that is not remembered. Nobody needs it
	 * yet, so that an outage is no failure.
	 */
	public <T> void learn(Class<T> type, String key, Supplier<Optional<T>> question) {
		if (isSatisfied(type, key)) {
			return;
		}
		try {
			question.get().ifPresent((answer) -> put(answer, key));
		}
		catch (RuntimeException ex) {
			if (!DatabaseFailure.of(ex).isOutage()) {
				throw ex;
			}
			this.watch.suspect();
		}
	}

	/** Remembers an answer that was found together with others. */
	public void put(Object answer, String key) {
		this.answers.put(id(answer.getClass(), key), answer);
	}

	/** Forgets an answer that has changed. */
	public void forget(Class<?> type, String key) {
		this.answers.invalidate(id(type, key));
	}

	/**
	 * Returns the remembered answers whose keys have a prefix. It looks at all answers,
	 * so it is meant for times without the database.
	 */
	public <T> List<T> known(Class<T> type, String prefix) {
		var start = id(type, prefix);
		return this.answers.asMap()
			.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().startsWith(start))
			.map((answer) -> type.cast(answer.getValue()))
			.toList();
	}

	private static String id(Class<?> type, String key) {
		return type.getSimpleName() + ":" + key;
	}

	private <T> T remember(String id, Supplier<T> question) {
		try {
			var answer = question.get();
			this.answers.put(id, Objects.requireNonNull(answer));
			return answer;
		}
		catch (RefusalException ex) {
			this.answers.invalidate(id);
			throw ex;
		}
	}

}
