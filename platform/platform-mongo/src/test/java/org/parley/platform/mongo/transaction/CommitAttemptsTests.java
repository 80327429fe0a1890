package org.parley.platform.mongo.transaction;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.ClientSession;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommitAttemptsTests {

	private final Deque<RuntimeException> failures = new ArrayDeque<>();

	private int commits;

	private boolean silent;

	private final CommitAttempts attempts = new CommitAttempts(() -> this.silent);

	private final ClientSession session = (ClientSession) Proxy.newProxyInstance(getClass().getClassLoader(),
			new Class<?>[] { ClientSession.class }, (_, method, _) -> {
				assertThat(method.getName()).isEqualTo("commitTransaction");
				this.commits++;
				if (!this.failures.isEmpty()) {
					throw this.failures.poll();
				}
				return null;
			});

	@Test
	void slowCommitIsSentAgain() {
		this.failures.addAll(List.of(new MongoTimeoutException("late"), new MongoTimeoutException("late")));
		this.attempts.commit(this.session);
		assertThat(this.commits).isEqualTo(3);
	}

	@Test
	void commitThatIsAlwaysLateFails() {
		for (var i = 0; i < 5; i++) {
			this.failures.add(new MongoTimeoutException("late"));
		}
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.attempts.commit(this.session));
		assertThat(this.commits).isEqualTo(3);
	}

	@Test
	void commitInSilenceFailsAtOnce() {
		this.silent = true;
		this.failures.add(new MongoTimeoutException("silent"));
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.attempts.commit(this.session));
		assertThat(this.commits).isEqualTo(1);
	}

	@Test
	void abortedTransactionIsNotCommittedAgain() {
		var aborted = new MongoException("aborted");
		aborted.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
		this.failures.add(aborted);
		assertThatExceptionOfType(MongoException.class).isThrownBy(() -> this.attempts.commit(this.session));
		assertThat(this.commits).isEqualTo(1);
	}

}
