package org.parley.platform.messaging.inbox.delivery;

import java.time.Duration;

import com.mongodb.MongoOperationTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryAttemptsTests {

	static final Throwable[] OF_OTHERS = { new TransactionSystemException("no majority", tooLong()),
			new RefusalException(RefusalKind.UNAVAILABLE, "storage.unavailable", "The storage is away.") };

	private final MovableClock clock = new MovableClock();

	private boolean silent;

	private final DeliveryAttempts attempts = new DeliveryAttempts(this.clock, () -> this.silent);

	@Test
	void transactionThatFailsForTenMinutesIsGivenUp() {
		assertRepeated(tooLong());
		this.clock.move(Duration.ofMinutes(9));
		assertRepeated(tooLong());
		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.attempts.after(tooLong())).isPresent();
		assertThat(this.attempts.after(tooLong())).isPresent();
		assertThat(this.attempts.after(tooLong())).isEmpty();
	}

	@Test
	void silentDatabaseIsWaitedFor() {
		this.silent = true;
		assertRepeated(tooLong());
		this.clock.move(Duration.ofHours(3));
		assertRepeated(tooLong());
		this.silent = false;
		assertRepeated(tooLong());
	}

	@ParameterizedTest
	@FieldSource("OF_OTHERS")
	void othersAreWaitedFor(Throwable failure) {
		assertRepeated(failure);
		this.clock.move(Duration.ofHours(3));
		assertRepeated(failure);
	}

	private void assertRepeated(Throwable failure) {
		for (var i = 0; i < 10; i++) {
			assertThat(this.attempts.after(failure)).isPresent();
		}
		assertThat(this.attempts.failed()).isZero();
	}

	private static Throwable tooLong() {
		return new DataAccessResourceFailureException("too long", new MongoOperationTimeoutException("too long"));
	}

}
