package org.parley.summary.discussion;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.security.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryAudienceTests {

	@Test
	void guestsAreAnyone() {
		assertThat(SummaryAudience.of(null)).isEqualTo(SummaryAudience.ANYONE);
	}

	@Test
	void rolesCountAsFarAsTheTokenMayBeUsed() {
		assertThat(SummaryAudience.of(caller("admin", "parley"))).isEqualTo(SummaryAudience.ADMIN);
		assertThat(SummaryAudience.of(caller("moderator", "parley"))).isEqualTo(SummaryAudience.MODERATOR);
		assertThat(SummaryAudience.of(caller("user", "parley"))).isEqualTo(SummaryAudience.USER);
		assertThat(SummaryAudience.of(caller("admin", "threads:read"))).isEqualTo(SummaryAudience.USER);
		assertThat(SummaryAudience.of(caller("moderator", "moderation"))).isEqualTo(SummaryAudience.MODERATOR);
		assertThat(SummaryAudience.of(caller("admin", "admin"))).isEqualTo(SummaryAudience.ADMIN);
		assertThat(SummaryAudience.of(new Caller("client", "", "", "", Set.of(), Set.of("threads:read"))))
			.isEqualTo(SummaryAudience.ANYONE);
	}

	@Test
	void eachIncludesThoseBefore() {
		assertThat(SummaryAudience.MODERATOR.includes(SummaryAudience.USER)).isTrue();
		assertThat(SummaryAudience.MODERATOR.includes(SummaryAudience.MODERATOR)).isTrue();
		assertThat(SummaryAudience.USER.includes(SummaryAudience.MODERATOR)).isFalse();
	}

	private static Caller caller(String role, String scope) {
		return new Caller("id", "name", "Name", "session", Set.of(role), Set.of(scope));
	}

}
