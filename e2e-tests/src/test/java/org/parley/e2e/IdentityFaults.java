package org.parley.e2e;

import java.util.stream.Stream;

import org.parley.e2e.Endpoint.Who;
import org.parley.launcher.client.ApiUser;

/** Nobody, somebody forged, or the wrong person. */
final class IdentityFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		var forged = Tokens.forged(world.token())
			.entrySet()
			.stream()
			.filter((_) -> !endpoint.tokenless())
			.map((token) -> attempt("a token that is " + token.getKey(), endpoint, world,
					world.people().guest().signedIn(token.getValue()), 401, "auth.token-invalid"));
		return Stream.of(forged, unknown(endpoint, world), wrong(endpoint, world)).flatMap((some) -> some);
	}

	private static Stream<Attempt> unknown(Endpoint endpoint, World world) {
		if (endpoint.who() == Who.ANYONE) {
			return Stream.empty();
		}
		return Stream.of(attempt("nobody", endpoint, world, world.people().guest(), 401, "auth.required"),
				attempt("another scheme", endpoint, world, world.people().guest().with("Authorization", "Basic YTpi"),
						401, ""));
	}

	private static Stream<Attempt> wrong(Endpoint endpoint, World world) {
		return switch (endpoint.who()) {
			case ANYONE, USER -> Stream.empty();
			case OWNER -> Stream.of(wrong("somebody else", endpoint, world, world.people().user(endpoint)));
			case MODERATOR -> Stream.of(wrong("a user", endpoint, world, world.people().user(endpoint)));
			case ADMIN -> Stream.of(wrong("a user", endpoint, world, world.people().user(endpoint)),
					wrong("a moderator", endpoint, world, world.people().moderator(endpoint)));
		};
	}

	private static Attempt wrong(String name, Endpoint endpoint, World world, ApiUser apiUser) {
		return attempt(name, endpoint, world, apiUser, 403, "");
	}

	private static Attempt attempt(String name, Endpoint endpoint, World world, ApiUser apiUser, int status,
			String code) {
		var body = endpoint.takesBody() ? world.body(endpoint) : null;
		return Attempt.of(name, apiUser.request(endpoint.method(), world.path(endpoint), body), status, code);
	}

}
