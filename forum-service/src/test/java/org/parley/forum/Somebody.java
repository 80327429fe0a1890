package org.parley.forum;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

/**
 * A test user.
 *
 * @param id the user's id
 * @param username the user's name
 * @param token the access token; null for guests
 */
public record Somebody(String id, String username, @Nullable String token) {

	/** A user without a token. */
	public static final Somebody GUEST = new Somebody("", "", null);

	/** Creates a user with a unique name. */
	public static Somebody with(String... roles) {
		var id = Ids.next();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new Somebody(id, username, TestTokens.of(id, username, roles));
	}

}
