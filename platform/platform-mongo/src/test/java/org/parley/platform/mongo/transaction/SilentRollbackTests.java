package org.parley.platform.mongo.transaction;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.platform.mongo.database.DatabaseSilence;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * A database that answers a rollback only when the test allows it.
 */
@Timeout(60)
class SilentRollbackTests {

	private final List<String> called = new CopyOnWriteArrayList<>();

	private final CountDownLatch answer = new CountDownLatch(1);

	private final UnitOfWork unitOfWork = new UnitOfWork(
			new SessionTransactionManager(databases(), new CommitAttempts(() -> true)), () -> true);

	private MongoDatabaseFactory databases() {
		var session = fake(ClientSession.class, (method) -> switch (method) {
			case "hasActiveTransaction" -> true;
			case "close", "abortTransaction" -> answered(method);
			default -> null;
		});
		return fake(MongoDatabaseFactory.class, (method) -> method.equals("getSession") ? session : null);
	}

	@AfterEach
	void end() {
		this.answer.countDown();
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void requestDoesNotWaitForTheRollbackOfASilentTransaction() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
		failsBySilence();
	}

	@Test
	void listenerDoesNotWaitForTheRollbackOfASilentTransaction() {
		failsBySilence();
		assertThat(DatabaseSilence.isNoted()).isFalse();
	}

	@Test
	void requestDoesNotWaitForTheEffectOfTheRollback() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.unitOfWork.run(() -> {
			this.unitOfWork.afterRollback(() -> answered("effect, silence noted: " + DatabaseSilence.isNoted()));
			throw silence();
		}));
		this.answer.countDown();
		await().until(() -> this.called.contains("effect, silence noted: false"));
	}

	@Test
	void refusedTransactionIsRolledBackBeforeTheAnswer() {
		this.answer.countDown();
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			throw new IllegalStateException("refused");
		}));
		assertThat(this.called).startsWith("abortTransaction");
	}

	private void failsBySilence() {
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.unitOfWork.run(() -> {
			throw silence();
		}));
		assertThat(this.called).isEmpty();
		this.answer.countDown();
		await().until(() -> this.called.equals(List.of("close")));
	}

	private static MongoTimeoutException silence() {
		var failure = new MongoTimeoutException("silent");
		DatabaseSilence.note(failure);
		return failure;
	}

	private Object answered(String method) {
		try {
			this.answer.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return this.called.add(method);
	}

	private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(_, method, _) -> switch (method.getName()) {
					case "hashCode" -> type.hashCode();
					case "equals" -> true;
					default -> answers.apply(method.getName());
				}));
	}

}
