package org.parley.auth.signin.password;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AuthTest
class LoginAttemptThrottleIT extends Scene {

	@Autowired
	private LoginAttemptThrottle loginAttemptThrottle;

	@Autowired
	private UnitOfWork work;

	private final String account = Ids.next();

	@BeforeEach
	void freezeClock() {
		this.clock.freeze();
	}

	@Test
	void attemptThatThrowsIsNotCounted() {
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> this.loginAttemptThrottle.attempt(this.account, "here", () -> {
					throw new IllegalStateException("The machine is busy");
				}));
		}
		fail(5);
		assertThatExceptionOfType(LoginThrottledException.class).isThrownBy(() -> fail(1));
	}

	@Test
	void attemptIsCountedDespiteRollback() {
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.work.run(() -> {
				fail(1);
				throw new IllegalStateException("A wrong code rolls the sign-in back");
			}));
		}
		assertThatExceptionOfType(LoginThrottledException.class).isThrownBy(() -> fail(1));
	}

	@Test
	void successResetsTheCountAfterCommit() {
		fail(4);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.work.run(() -> {
			succeed();
			throw new IllegalStateException("The transaction rolls back");
		}));
		assertThatExceptionOfType(LoginThrottledException.class).isThrownBy(() -> fail(1));
		this.work.run(() -> {
			this.loginAttemptThrottle.forget(this.account, "here");
			return this.account;
		});
		fail(4);
		this.work.run(() -> {
			succeed();
			return this.account;
		});
		fail(5);
	}

	@Test
	void rightGuessNeitherCountsNorResets() {
		fail(4);
		for (int i = 0; i < 10; i++) {
			assertThat(this.loginAttemptThrottle.guess(this.account, "here", () -> true)).isTrue();
		}
		assertThat(this.loginAttemptThrottle.guess(this.account, "here", () -> false)).isFalse();
		assertThatExceptionOfType(LoginThrottledException.class)
			.isThrownBy(() -> this.loginAttemptThrottle.guess(this.account, "here", () -> true));
	}

	private void succeed() {
		assertThat(this.loginAttemptThrottle.attempt(this.account, "here", () -> true)).isTrue();
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.loginAttemptThrottle.attempt(this.account, "here", () -> false)).isFalse();
		}
	}

}
