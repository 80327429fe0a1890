package org.parley.auth.oauth.person;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.UserProfile;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserUsersTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final PersonReference ADMIN = new PersonReference("01KAG2T1A3B5C7D9E1F3G5H7J9", "admin", "Admin");

	private final User alice = User.register(Ids.next(), new Username("Alice"), "alice@example.org",
			UserProfile.of("Alice Liddell", Locale.ENGLISH), "$argon2id$", Role.USER, NOW);

	@Test
	void unverifiedUserIsAdmittedUnlessVerificationIsRequired() {
		assertThat(browserUsers(false).findAdmitted(this.alice.id())).isPresent();
		assertThat(browserUsers(true).findAdmitted(this.alice.id())).isEmpty();
		this.alice.verifyEmail(NOW);
		assertThat(browserUsers(true).findAdmitted(this.alice.id())).isPresent();
		assertThat(browserUsers(true).findAdmitted(Ids.next())).isEmpty();
	}

	@Test
	void bannedUserIsNotAdmitted() {
		this.alice.ban("Advertising.", NOW.plusSeconds(1), ADMIN, NOW);
		assertThat(browserUsers(false).findAdmitted(this.alice.id())).isEmpty();
		this.alice.unban(ADMIN);
		assertThat(browserUsers(false).findAdmitted(this.alice.id())).isPresent();
	}

	@Test
	void leavingUserIsNotAdmitted() {
		this.alice.close(NOW.plusSeconds(60));
		assertThat(browserUsers(false).findAdmitted(this.alice.id())).isEmpty();
	}

	@Test
	void tokenOfAnOlderVersionIsInvalid() {
		var version = this.alice.tokenVersion();
		this.alice.revokeTokens();
		assertThat(browserUsers(false).isTokenValid(this.alice.id(), version)).isFalse();
		assertThat(browserUsers(false).isTokenValid(this.alice.id(), this.alice.tokenVersion())).isTrue();
	}

	@Test
	void usersGrantScopesOfTheirRoleOnly() {
		var scopes = Set.of("threads:read", "moderation", "admin");
		assertThat(BrowserUsers.limitToRole(scopes, Role.USER)).containsExactly("threads:read");
		assertThat(BrowserUsers.limitToRole(scopes, Role.MODERATOR)).containsExactly("moderation", "threads:read");
		assertThat(BrowserUsers.limitToRole(scopes, Role.ADMIN)).containsExactly("admin", "moderation", "threads:read");
	}

	private BrowserUsers browserUsers(boolean verificationRequired) {
		var users = (Users) Proxy.newProxyInstance(Users.class.getClassLoader(), new Class<?>[] { Users.class },
				(_, method, arguments) -> {
					assertThat(method.getName()).isEqualTo("findById");
					return Optional.of(this.alice).filter((user) -> user.id().equals(arguments[0]));
				});
		return new BrowserUsers(users, new VerificationSettings(verificationRequired, Duration.ofDays(7)),
				InstantSource.fixed(NOW));
	}

}
