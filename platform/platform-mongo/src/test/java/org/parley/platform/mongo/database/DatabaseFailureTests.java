package org.parley.platform.mongo.database;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.TransientClientSessionException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DatabaseFailureTests {

	private static final ServerAddress SERVER = new ServerAddress();

	private static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;

	private static final String UNKNOWN = MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;

	@ParameterizedTest
	@MethodSource({ "conflicts", "disconnects", "outages", "others" })
	void failureIsClassified(Throwable failure, DatabaseFailure expected) {
		assertThat(DatabaseFailure.of(failure)).isEqualTo(expected);
	}

	/** Spring's translation of a failure must not change its meaning. */
	@ParameterizedTest
	@MethodSource({ "conflicts", "disconnects", "outages", "others" })
	void translatedFailureIsClassifiedAlike(RuntimeException failure, DatabaseFailure expected) {
		var translated = MongoExceptionTranslator.DEFAULT_EXCEPTION_TRANSLATOR.translateExceptionIfPossible(failure);
		assertThat(DatabaseFailure.of((translated != null) ? translated : failure)).isEqualTo(expected);
	}

	static Stream<Arguments> conflicts() {
		return Stream
			.of(answer(112, TRANSIENT), answer(24, TRANSIENT), answer(251, TRANSIENT), answer(246, TRANSIENT),
					answer(112, "none"), refusedWrite(112, TRANSIENT), refusedWrite(112, "none"), refusedBulk(112),
					new DataIntegrityViolationException("refused", answer(112, TRANSIENT)),
					new UncategorizedMongoDbException("refused", answer(112, TRANSIENT)),
					new TransientClientSessionException("refused", answer(251, TRANSIENT)),
					new TransactionSystemException("no commit", answer(112, TRANSIENT)),
					new CannotAcquireLockException("refused", answer(112, TRANSIENT)),
					new OptimisticLockingFailureException("another version"),
					new CannotAcquireLockException("too many wait"),
					new IllegalStateException(new OptimisticLockingFailureException("another version")))
			.map((failure) -> arguments(failure, DatabaseFailure.CONFLICT));
	}

	static Stream<Arguments> disconnects() {
		return Stream
			.of(labelled(new MongoSocketReadException("reset", SERVER), TRANSIENT),
					labelled(new MongoNotPrimaryException(document(10107), SERVER), TRANSIENT))
			.map((failure) -> arguments(failure, DatabaseFailure.DISCONNECT));
	}

	static Stream<Arguments> outages() {
		return Stream.of(new MongoSocketReadException("reset", SERVER), new MongoTimeoutException("no primary"),
				labelled(new MongoTimeoutException("no primary"), TRANSIENT),
				labelled(new MongoOperationTimeoutException("silent"), TRANSIENT),
				labelled(new MongoSocketReadTimeoutException("silent", SERVER, new RuntimeException()), TRANSIENT),
				new MongoExecutionTimeoutException(50, "slow"), new MongoNotPrimaryException(document(10107), SERVER),
				answer(64, UNKNOWN), answer(189, "RetryableWriteError"), answer(211, "none"),
				new UncategorizedMongoDbException("slow", new MongoOperationTimeoutException("silent")),
				new TransactionSystemException("no commit", new MongoTimeoutException("no primary")),
				new DataAccessResourceFailureException("no answer"), new QueryTimeoutException("slow"))
			.map((failure) -> arguments(failure, DatabaseFailure.OUTAGE));
	}

	static Stream<Arguments> others() {
		return Stream
			.of(answer(11_000, "none"), refusedWrite(11_000, "none"), refusedBulk(121), answer(13, "none"),
					new MongoException("no"), new MongoInterruptedException("stopped", null),
					new DuplicateKeyException("taken"), new DataIntegrityViolationException("refused"),
					new IllegalStateException("no"))
			.map((failure) -> arguments(failure, DatabaseFailure.OTHER));
	}

	private static MongoException answer(int code, String label) {
		return labelled(new MongoCommandException(document(code), SERVER), label);
	}

	private static MongoException refusedWrite(int code, String label) {
		var error = new WriteError(code, "refused", new BsonDocument());
		return labelled(new MongoWriteException(error, SERVER, List.of()), label);
	}

	private static MongoException refusedBulk(int code) {
		var error = new BulkWriteError(code, "refused", new BsonDocument(), 0);
		return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(error), null, SERVER, Set.of());
	}

	private static MongoException labelled(MongoException failure, String label) {
		failure.addLabel(label);
		return failure;
	}

	private static BsonDocument document(int code) {
		return new BsonDocument("code", new BsonInt32(code)).append("errmsg", new BsonString("refused"));
	}

}
