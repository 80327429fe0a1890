package org.parley.platform.domain;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			user moderator admin, parley,                  user moderator admin
			user moderator admin, threads:read,            user
			user moderator admin, moderation,              user moderator
			user moderator admin, admin,                   user admin
			user moderator admin, moderation admin,        user moderator admin
			user admin,           moderation,              user moderator
			user moderator,       moderation admin,        user moderator
			user moderator,       threads:write,           user
			user,                 moderation admin,        user
			""")
	void scopesCoverRolesAndNeverAddAny(String roles, String scopes, String covered) {
		assertThat(caller(words(roles), words(scopes)).roles()).isEqualTo(words(covered));
	}

	@Test
	void clientWithoutPersonIsNoPerson() {
		var program = caller(Set.of(), Set.of("threads:read", "moderation", "admin"));
		assertThat(program.isPerson()).isFalse();
		assertThat(program.isModerator()).isFalse();
		assertThat(program.isAdmin()).isFalse();
	}

	@Test
	void tokenCoversItsScopes() {
		assertThat(caller(Set.of("user"), Set.of("notifications")).covers("notifications")).isTrue();
		assertThat(caller(Set.of("user"), Set.of("notifications")).covers("threads:read")).isFalse();
		assertThat(caller(Set.of("user"), Set.of("parley")).covers("threads:read")).isTrue();
	}

	private static Caller caller(Set<String> roles, Set<String> scopes) {
		return new Caller("1", "alice", "Alice", "session", roles, scopes);
	}

	private static Set<String> words(String text) {
		return Set.of(text.split(" "));
	}

}
