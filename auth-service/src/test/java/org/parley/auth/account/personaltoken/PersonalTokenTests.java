package org.parley.auth.account.personaltoken;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.UserProfile;
import org.parley.contracts.PersonReference;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PersonalTokenTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final OpaqueSecret SECRET = OpaqueSecret.generate("parley_pat_", new SecureRandom());

	@Test
	void tokenIsLiveUntilItExpires() {
		var token = aToken(alice(Role.USER), List.of("threads:read"), NOW.plusSeconds(60));
		assertThat(token.isLive(NOW.plusSeconds(59))).isTrue();
		assertThat(token.isLive(NOW.plusSeconds(60))).isFalse();
	}

	@Test
	void expiryBeyondYearIsRefused() {
		for (var end : List.of(NOW, NOW.minusSeconds(1), NOW.plus(PersonalToken.LONGEST).plusSeconds(1), Instant.MAX)) {
			refused("token.expiry", () -> aToken(alice(Role.USER), List.of("threads:read"), end));
		}
		assertThat(aToken(alice(Role.USER), List.of("profile"), NOW.plus(Duration.ofDays(365))).scopes())
			.containsExactly("profile");
	}

	@Test
	void scopeBeyondRoleIsRefused() {
		for (var scope : List.of("moderation", "admin", "parley", "openid", "")) {
			refused("token.scope", () -> aToken(alice(Role.USER), List.of("threads:read", scope), NOW.plusSeconds(60)));
		}
		refused("token.scope", () -> aToken(alice(Role.MODERATOR), List.of("admin"), NOW.plusSeconds(60)));
		assertThat(aToken(alice(Role.ADMIN), List.of("admin", "moderation", "admin"), NOW.plusSeconds(60)).scopes())
			.containsExactly("moderation", "admin");
	}

	@Test
	void accountIsShownWithItsAddress() {
		var token = aToken(alice(Role.USER), List.of("profile", "threads:read"), NOW.plusSeconds(60));
		assertThat(token.grantedScopes()).containsExactlyInAnyOrder("profile", "email", "threads:read");
		assertThat(token.scopes()).containsExactlyInAnyOrder("profile", "threads:read");
	}

	@Test
	void revocationPublishesEvent() {
		var token = aToken(alice(Role.USER), List.of("profile"), NOW.plusSeconds(60));
		token.revoke(SessionEndReason.ENDED_BY_OWNER);
		assertThat(token.domainEvents())
			.containsExactly(SessionRevoked.ofSession(token.userId(), token.id(), "ended-by-owner"));
	}

	private static PersonalToken aToken(User owner, List<String> scopes, Instant end) {
		return PersonalToken.issue(owner, "backup", scopes, SECRET, end, NOW);
	}

	private static User alice(Role role) {
		var alice = User.register(Ids.next(), new Username("Alice"), "alice@example.org",
				UserProfile.of("Alice", Locale.ENGLISH), "$argon2id$", Role.USER, NOW);
		alice.changeRole(role, new PersonReference("01KAG2T1A3B5C7D9E1F3G5H7J9", "admin", "Admin"));
		return alice;
	}

	private static void refused(String code, Runnable change) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(change::run)
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo(code)));
	}

}
