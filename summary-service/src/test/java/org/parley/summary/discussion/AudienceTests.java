package org.parley.summary.discussion;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.security.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTests {

	@Test
	void guestsAreAnyone() {
		assertThat(Audience.of(null)).isEqualTo(Audience.ANYONE);
	}

	@Test
	void rolesCountAsFarAsTheTokenMayBeUsed() {
		assertThat(Audience.of(caller("admin", "parley"))).isEqualTo(Audience.ADMIN);
		assertThat(Audience.of(caller("moderator", "parley"))).isEqualTo(Audience.MODERATOR);
		assertThat(Audience.of(caller("user", "parley"))).isEqualTo(Audience.USER);
		assertThat(Audience.of(caller("admin", "threads:read"))).isEqualTo(Audience.USER);
		assertThat(Audience.of(caller("moderator", "moderation"))).isEqualTo(Audience.MODERATOR);
		assertThat(Audience.of(caller("admin", "admin"))).isEqualTo(Audience.ADMIN);
		assertThat(Audience.of(new Caller("client", "", "", "", Set.of(), Set.of("threads:read"))))
			.isEqualTo(Audience.ANYONE);
	}

	@Test
	void eachIncludesThoseBefore() {
		assertThat(Audience.MODERATOR.includes(Audience.USER)).isTrue();
		assertThat(Audience.MODERATOR.includes(Audience.MODERATOR)).isTrue();
		assertThat(Audience.USER.includes(Audience.MODERATOR)).isFalse();
	}

	private static Caller caller(String role, String scope) {
		return new Caller("id", "name", "Name", "session", Set.of(role), Set.of(scope));
	}

}
