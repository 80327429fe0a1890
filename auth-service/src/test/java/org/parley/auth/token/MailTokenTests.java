package org.parley.auth.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;

import static org.assertj.core.api.Assertions.assertThat;

class MailTokenTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@ParameterizedTest
	@EnumSource(Purpose.class)
	void credentialChangeEndsEveryLinkButWayBack(Purpose purpose) {
		var user = User.register(new Username("alice"), "alice@example.org", "Alice", "$argon2id$", Role.USER, NOW);
		var token = token(purpose, user.linkVersion());
		var old = token(purpose, null);
		assertThat(token.isOf(user)).isTrue();
		assertThat(old.isOf(user)).as("of before there was a version").isTrue();
		user.changePassword("$argon2id$other", NOW);
		assertThat(token.isOf(user)).isEqualTo(purpose == Purpose.EMAIL_CHANGE_UNDO);
		assertThat(old.isOf(user)).isEqualTo(purpose == Purpose.EMAIL_CHANGE_UNDO);
	}

	private static MailToken token(Purpose purpose, @Nullable Integer version) {
		return new MailToken("hash", purpose, "alice", version, NOW.plus(purpose.lifetime()), null, null, null);
	}

}
