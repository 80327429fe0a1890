package org.parley.platform.test.client;

import java.util.Locale;

import com.github.f4b6a3.ulid.UlidCreator;

/**
 * A user of tests.
 *
 * @param accessToken empty for guests
 * @param refreshToken empty without a session
 */
public record TestUser(String id, String username, String accessToken, String refreshToken) {

	/** A caller without a token. */
	public static final TestUser GUEST = new TestUser("", "", "");

	public TestUser(String id, String username, String accessToken) {
		this(id, username, accessToken, "");
	}

	/** Creates a user with a unique name and a token of {@link TestTokens}. */
	public static TestUser with(String... roles) {
		var id = UlidCreator.getMonotonicUlid().toString();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new TestUser(id, username, TestTokens.of(id, username, roles));
	}

	/** The user of a successful sign-in or registration. */
	public static TestUser of(TestResponse response) {
		var data = response.data();
		if (data.isMissingNode()) {
			throw new AssertionError(response);
		}
		return new TestUser(data.at("/user/id").asString(), data.at("/user/username").asString(),
				data.path("accessToken").asString(), data.path("refreshToken").asString());
	}

}
