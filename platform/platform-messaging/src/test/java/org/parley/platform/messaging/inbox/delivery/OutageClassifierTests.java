package org.parley.platform.messaging.inbox.delivery;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.inbox.PoisonEventException;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageClassifierTests {

	static final Throwable[] AWAY = { new MongoTimeoutException("nobody there"),
			new MongoSocketException("gone", new ServerAddress()), new DataAccessResourceFailureException("gone"),
			new QueryTimeoutException("slow"), new AmqpConnectException(new java.net.ConnectException()),
			new TransactionSystemException("no commit", new MongoTimeoutException("nobody there")),
			new IllegalStateException(new DataAccessResourceFailureException("gone")), crossed(),
			new CannotAcquireLockException("too many wait"),
			new RefusalException(RefusalKind.UNAVAILABLE, "service.unavailable", "gone") };

	static final Throwable[] HERE = { new IllegalStateException(), new DuplicateKeyException("taken"),
			new OptimisticLockingFailureException("crossed"), new MongoException("no"), new PoisonEventException("no"),
			new StackOverflowError(), new RefusalException(RefusalKind.CONFLICT, "user.email-taken", "no") };

	@ParameterizedTest
	@FieldSource("AWAY")
	void serverOutageIsRecognised(Throwable failure) {
		assertThat(OutageClassifier.isBehind(failure)).isTrue();
	}

	@ParameterizedTest
	@FieldSource("HERE")
	void otherFailuresAreNoOutage(Throwable failure) {
		assertThat(OutageClassifier.isBehind(failure)).isFalse();
	}

	private static MongoException crossed() {
		var failure = new MongoException("crossed");
		failure.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
		return failure;
	}

}
