package org.parley.platform.readmodels.category;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTests {

	@Test
	void anonymousCallerIsEveryone() {
		assertThat(Audience.of(null)).isEqualTo(Audience.EVERYONE);
	}

	@ParameterizedTest
	@CsvSource({ "user, parley, MEMBERS", "moderator, parley, MODERATORS", "admin, parley, ADMINS",
			"user, threads:read, MEMBERS", "admin, threads:write, MEMBERS", "moderator, moderation, MODERATORS",
			"admin, moderation, MODERATORS", "admin, admin, ADMINS", "user, admin, MEMBERS",
			"admin, notifications, MEMBERS", "moderator, openid, MEMBERS" })
	void scopeLimitsRolesOfPerson(String role, String scope, Audience audience) {
		assertThat(Audience.of(new Caller("id", "name", "Name", "sid", Set.of(role), Set.of(scope))))
			.isEqualTo(audience);
	}

	@Test
	void clientWithoutPersonIsEveryone() {
		assertThat(Audience.of(new Caller("client", "", "", "", Set.of(), Set.of("threads:read"))))
			.isEqualTo(Audience.EVERYONE);
	}

	@Test
	void personBelongsToAudienceOfHighestRole() {
		assertThat(Audience.ofRoles(Set.of("user", "moderator", "admin"))).isEqualTo(Audience.ADMINS);
		assertThat(Audience.ofRoles(Set.of("user", "moderator"))).isEqualTo(Audience.MODERATORS);
		assertThat(Audience.ofRoles(Set.of("user"))).isEqualTo(Audience.MEMBERS);
		assertThat(Audience.ofRoles(Set.of())).isEqualTo(Audience.MEMBERS);
	}

	@Test
	void eachAudienceIncludesThoseBefore() {
		assertThat(Audience.ADMINS.includes(Audience.MODERATORS)).isTrue();
		assertThat(Audience.MEMBERS.includes(Audience.MEMBERS)).isTrue();
		assertThat(Audience.EVERYONE.includes(Audience.MEMBERS)).isFalse();
	}

	@Test
	void roleOfAnEventNamesItsAudience() {
		assertThat(Audience.values())
			.allSatisfy((audience) -> assertThat(Audience.ofRole(audience.role())).contains(audience));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "owner", "ADMIN", "everyone" })
	void unknownRoleHasNoAudience(@Nullable String role) {
		assertThat(Audience.ofRole(role)).isEmpty();
		assertThat(Audience.ofReaders(role)).isEqualTo(Audience.ADMINS);
	}

}
