package org.parley.moderation;

import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestUser;

/** An HTTP client of the service. */
public final class ModerationClient extends TestClient {

	public ModerationClient(int port) {
		super("http://127.0.0.1:" + port + "/api/v1");
	}

	/** The reference to a user in events. */
	public static AuthorReference reference(TestUser user) {
		return new AuthorReference(user.id(), user.username(), user.username());
	}

}
