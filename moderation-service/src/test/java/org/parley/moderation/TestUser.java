package org.parley.moderation;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

/**
 * An account for tests.
 *
 * @param id the account's id
 * @param username the username
 * @param token the access token; null for guests
 */
public record TestUser(String id, String username, @Nullable String token) {

	/** A caller without a token. */
	public static final TestUser GUEST = new TestUser("", "", null);

	/** Creates a user with a unique name. */
	public static TestUser with(String... roles) {
		var id = Ids.next();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new TestUser(id, username, TestTokens.of(id, username, roles));
	}

	/** Returns the reference in events. */
	public AuthorReference reference() {
		return new AuthorReference(this.id, this.username, this.username);
	}

}
