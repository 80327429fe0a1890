package org.parley.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * People of every role: as many as it takes that none of them meets the limit of writes
 * per minute.
 */
final class People {

	/** Fewer than one person may write in a minute. */
	private static final int WRITES_EACH = 25;

	private static final String ADDRESS = "X-Forwarded-For";

	static final String PASSWORD = "four words are enough";

	private final GatewayClient gatewayClient;

	private final Map<String, Crowd> crowds = new HashMap<>();

	/**
	 * Nobody yet.
	 * @param admin who appoints the first ones
	 */
	People(GatewayClient gatewayClient, ApiUser admin) {
		this.gatewayClient = gatewayClient;
		List.of("user", "moderator", "admin").forEach((role) -> this.crowds.put(role, new Crowd(role, admin)));
	}

	ApiUser guest() {
		return this.gatewayClient.guest();
	}

	ApiUser user(Endpoint endpoint) {
		return crowd("user").somebody(endpoint);
	}

	ApiUser moderator(Endpoint endpoint) {
		return crowd("moderator").somebody(endpoint);
	}

	ApiUser admin(Endpoint endpoint) {
		return crowd("admin").somebody(endpoint);
	}

	/** Somebody who may use the endpoint, with a token that is for these scopes alone. */
	ApiUser scoped(Endpoint endpoint, List<String> scopes) {
		return switch (endpoint.who()) {
			case ANYONE, USER, OWNER -> crowd("user").scoped(endpoint, scopes);
			case MODERATOR -> crowd("moderator").scoped(endpoint, scopes);
			case ADMIN -> crowd("admin").scoped(endpoint, scopes);
		};
	}

	/** An admin who changes something, whatever the endpoint does. */
	ApiUser writingAdmin() {
		return crowd("admin").writer();
	}

	/** Lets somebody new register. */
	GatewayResponse register() {
		return register(unique("try"));
	}

	/** Lets somebody register by a name that nobody has. */
	GatewayResponse register(String name) {
		return guest()
			.post("/auth/register",
					Map.of("name", "Somebody", "username", name, "email", name + "@example.org", "password", PASSWORD))
			.is(201);
	}

	/** A name that nobody has. */
	static String unique(String name) {
		return name + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
	}

	private Crowd crowd(String role) {
		return Objects.requireNonNull(this.crowds.get(role));
	}

	/**
	 * People of one role, of whom the next one comes when one has written enough. They
	 * call from another address each time.
	 */
	private final class Crowd {

		private final String role;

		private ApiUser next;

		private int writes = WRITES_EACH;

		/** The personal tokens of the next one, by what they are for. */
		private final Map<List<String>, String> tokens = new HashMap<>();

		/**
		 * Of nobody yet.
		 * @param next who appoints the first one, in whose place they come
		 */
		private Crowd(String role, ApiUser next) {
			this.role = role;
			this.next = next;
		}

		ApiUser somebody(Endpoint endpoint) {
			return somebody(endpoint.reads() ? 0 : 1);
		}

		ApiUser scoped(Endpoint endpoint, List<String> scopes) {
			var apiUser = somebody(endpoint);
			return apiUser.signedIn(this.tokens.computeIfAbsent(scopes, (_) -> permit(apiUser, scopes)));
		}

		private String permit(ApiUser apiUser, List<String> scopes) {
			this.writes++;
			return apiUser.post("/auth/tokens", Map.of("name", "Some scopes", "scopes", scopes, "password", PASSWORD,
					"expiresAt", Instant.now().plus(Duration.ofDays(1)).toString()))
				.is(201)
				.text("/data/token");
		}

		ApiUser writer() {
			return somebody(1);
		}

		private ApiUser somebody(int more) {
			if (this.writes >= WRITES_EACH) {
				this.next = newcomer();
				this.writes = 0;
				this.tokens.clear();
			}
			this.writes += more;
			return this.next.with(ADDRESS, guest().headers().getOrDefault(ADDRESS, ""));
		}

		private ApiUser newcomer() {
			var registered = register();
			if (!this.role.equals("user")) {
				appoint(registered.text("/data/user/id"));
			}
			var again = guest().post("/auth/login",
					Map.of("login", registered.text("/data/user/username"), "password", PASSWORD));
			return guest().signedIn(again.is(200).text("/data/accessToken"));
		}

		/** Admins appoint the one who comes after them. */
		private void appoint(String user) {
			var appointing = this.role.equals("admin") ? this.next : crowd("admin").writer();
			appointing.put("/admin/users/%s/role".formatted(user), Map.of("role", this.role)).is(200);
		}

	}

}
