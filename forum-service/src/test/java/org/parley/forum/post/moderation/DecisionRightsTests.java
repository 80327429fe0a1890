package org.parley.forum.post.moderation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.readmodels.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionRightsTests {

	/** Events from before categories had moderators name no role. */
	@ParameterizedTest
	@CsvSource({ "user, MEMBERS", "moderator, MODERATORS", "admin, ADMINS", ", MODERATORS", "owner, EVERYONE" })
	void authorityIsAnAudience(@Nullable String authority, Audience audience) {
		assertThat(DecisionRights.audience(authority)).isEqualTo(audience);
	}

}
