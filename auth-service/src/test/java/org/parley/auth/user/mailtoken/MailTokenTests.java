package org.parley.auth.user.mailtoken;

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
	@EnumSource(MailTokenPurpose.class)
	void credentialChangeEndsEveryLinkButWayBack(MailTokenPurpose mailTokenPurpose) {
		var user = User.register(new Username("alice"), "alice@example.org", "Alice", "$argon2id$", Role.USER, NOW);
		var token = token(mailTokenPurpose, user.linkVersion());
		var old = token(mailTokenPurpose, null);
		assertThat(token.isOf(user)).isTrue();
		assertThat(old.isOf(user)).as("of before there was a version").isTrue();
		user.changePassword("$argon2id$other", NOW);
		assertThat(token.isOf(user)).isEqualTo(mailTokenPurpose == MailTokenPurpose.EMAIL_CHANGE_UNDO);
		assertThat(old.isOf(user)).isEqualTo(mailTokenPurpose == MailTokenPurpose.EMAIL_CHANGE_UNDO);
	}

	private static MailToken token(MailTokenPurpose mailTokenPurpose, @Nullable Integer version) {
		return new MailToken("hash", mailTokenPurpose, "alice", version, NOW.plus(mailTokenPurpose.lifetime()), null,
				null, null);
	}

}
