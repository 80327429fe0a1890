package org.parley.webhook;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

/**
 * A caller of the API.
 *
 * @param id the id of the user
 * @param username the username
 * @param token the access token; null for guests
 */
public record TestUser(String id, String username, @Nullable String token) {

	/** A caller without a token. */
	public static final TestUser GUEST = new TestUser("", "", null);

	/** A new user with distinct id and username. */
	public static TestUser with(String... roles) {
		var id = Ids.next();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new TestUser(id, username, TestTokens.of(id, username, roles));
	}

}
