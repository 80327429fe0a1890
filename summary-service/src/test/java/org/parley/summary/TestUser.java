package org.parley.summary;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

/**
 * Who calls.
 *
 * @param id the person's id
 * @param username their name
 * @param token their access token, or null for guests
 */
public record TestUser(String id, String username, @Nullable String token) {

	/** Somebody without a token. */
	public static final TestUser GUEST = new TestUser("", "", null);

	/** Somebody new, with a name of their own. */
	public static TestUser with(String... roles) {
		var id = Ids.next();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new TestUser(id, username, TestTokens.of(id, username, roles));
	}

}
