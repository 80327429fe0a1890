package org.parley.auth.user.mailtoken;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class MailTokenTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@ParameterizedTest
	@EnumSource(MailTokenPurpose.class)
	void credentialChangeInvalidatesAllLinksExceptUndo(MailTokenPurpose purpose) {
		var user = User.register(Ids.next(), new Username("alice"), "alice@example.org",
				UserProfile.of("Alice", Locale.ENGLISH), "$argon2id$", Role.USER, NOW);
		var token = token(purpose, user.linkVersion());
		var old = token(purpose, null);
		assertThat(token.isValidFor(user)).isTrue();
		assertThat(old.isValidFor(user)).as("stored without a link version").isTrue();
		user.changePassword("$argon2id$other", NOW);
		assertThat(token.isValidFor(user)).isEqualTo(purpose == MailTokenPurpose.EMAIL_CHANGE_UNDO);
		assertThat(old.isValidFor(user)).isEqualTo(purpose == MailTokenPurpose.EMAIL_CHANGE_UNDO);
	}

	private static MailToken token(MailTokenPurpose purpose, @Nullable Integer version) {
		return new MailToken("hash", purpose, "alice", version, NOW.plus(purpose.lifetime()), null, null, null);
	}

}
