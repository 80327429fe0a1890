package org.parley.auth.account.profile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.account.profile.UserController.AccountView;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.media.MediaAddressSettings;
import org.parley.platform.readmodels.media.MediaAddresses;

import static org.assertj.core.api.Assertions.assertThat;

class AccountViewTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final MediaAddresses ADDRESSES = new MediaAddresses(
			new MediaAddressSettings("https://media.example.org", "A".repeat(43) + "="), InstantSource.fixed(NOW));

	@ParameterizedTest
	@CsvSource({ "parley, true", "profile email, true", "openid profile, false", "profile threads:read, false" })
	void addressRequiresScope(String scopes, boolean shown) {
		var alice = User.register(Ids.next(), new Username("Alice"), "alice@example.org",
				UserProfile.of("Alice", Locale.ENGLISH), "$argon2id$", Role.USER, NOW);
		var caller = new Caller(alice.id(), "Alice", "Alice", "", Set.of("user"), Set.of(scopes.split(" ")));
		var view = AccountView.of(alice, caller, ADDRESSES);
		assertThat(view.email()).isEqualTo(shown ? "alice@example.org" : null);
		assertThat(view.emailVerified()).isEqualTo(shown ? false : null);
		assertThat(view.username()).isEqualTo("Alice");
	}

}
