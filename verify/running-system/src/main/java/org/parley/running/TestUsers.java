package org.parley.running;

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
import org.parley.platform.test.endpoint.Endpoint;

/**
 * Users of every role, for concurrent tests. New users are registered before one reaches
 * a rate limit.
 */
public final class TestUsers {

	/** Below the rate limit of requests per minute, whatever a user sends. */
	private static final int REQUESTS_EACH = 250;

	/** A tenth as many writes as requests are allowed. */
	private static final int WRITE = 10;

	private static final int READ = 1;

	private static final String ADDRESS = "X-Forwarded-For";

	public static final String PASSWORD = "four words are enough";

	private final GatewayClient gatewayClient;

	private final Map<String, UserPool> pools = new HashMap<>();

	/**
	 * Creates the pools without users.
	 * @param admin appoints the first users
	 */
	public TestUsers(GatewayClient gatewayClient, ApiUser admin) {
		this.gatewayClient = gatewayClient;
		List.of("user", "moderator", "admin").forEach((role) -> this.pools.put(role, new UserPool(role, admin)));
	}

	public ApiUser guest() {
		return this.gatewayClient.guest();
	}

	public ApiUser user(Endpoint endpoint) {
		return pool("user").next(endpoint);
	}

	public ApiUser moderator(Endpoint endpoint) {
		return pool("moderator").next(endpoint);
	}

	public ApiUser admin(Endpoint endpoint) {
		return pool("admin").next(endpoint);
	}

	/**
	 * Returns a user who may use the endpoint, with a personal token of the given scopes.
	 */
	public ApiUser scoped(Endpoint endpoint, List<String> scopes) {
		return switch (endpoint.grantor()) {
			case ANYONE, USER, OWNER, MEMBER -> pool("user").scoped(endpoint, scopes);
			case MODERATOR -> pool("moderator").scoped(endpoint, scopes);
			case ADMIN -> pool("admin").scoped(endpoint, scopes);
		};
	}

	/** Returns an admin for a write. */
	public ApiUser writingAdmin() {
		return pool("admin").writer();
	}

	/** Registers a new user. */
	public GatewayResponse register() {
		return register(unique("try"));
	}

	/** Registers a user with a unique name. */
	public GatewayResponse register(String name) {
		return guest()
			.post("/auth/register",
					Map.of("name", "Test User", "username", name, "email", name + "@example.org", "password", PASSWORD))
			.is(201);
	}

	/** Returns a unique name. */
	public static String unique(String name) {
		return name + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
	}

	private UserPool pool(String role) {
		return Objects.requireNonNull(this.pools.get(role));
	}

	/**
	 * Users of one role. A new user replaces one that has sent enough; every request has
	 * another client address.
	 */
	private final class UserPool {

		private final String role;

		private ApiUser next;

		private int requests = REQUESTS_EACH;

		/** The personal tokens of the current user, by scopes. */
		private final Map<List<String>, String> tokens = new HashMap<>();

		/**
		 * Creates an empty pool.
		 * @param next appoints the first user
		 */
		private UserPool(String role, ApiUser next) {
			this.role = role;
			this.next = next;
		}

		synchronized ApiUser next(Endpoint endpoint) {
			return next(endpoint.reads() ? READ : WRITE);
		}

		synchronized ApiUser scoped(Endpoint endpoint, List<String> scopes) {
			var apiUser = next(endpoint);
			return apiUser.signedIn(this.tokens.computeIfAbsent(scopes, (_) -> createToken(apiUser, scopes)));
		}

		private String createToken(ApiUser apiUser, List<String> scopes) {
			this.requests += WRITE;
			return apiUser.post("/auth/tokens", Map.of("name", "Some scopes", "scopes", scopes, "password", PASSWORD,
					"expiresAt", Instant.now().plus(Duration.ofDays(1)).toString()))
				.is(201)
				.text("/data/token");
		}

		synchronized ApiUser writer() {
			return next(WRITE);
		}

		private ApiUser next(int cost) {
			if (this.requests >= REQUESTS_EACH) {
				this.next = registerUser();
				this.requests = 0;
				this.tokens.clear();
			}
			this.requests += cost;
			return this.next.with(ADDRESS, guest().headers().getOrDefault(ADDRESS, ""));
		}

		private ApiUser registerUser() {
			var registered = register();
			if (this.role.equals("user")) {
				return guest().signedIn(registered.text("/data/accessToken"));
			}
			appoint(registered.text("/data/user/id"));
			var again = guest().post("/auth/login",
					Map.of("login", registered.text("/data/user/username"), "password", PASSWORD));
			return guest().signedIn(again.is(200).text("/data/accessToken"));
		}

		/** Appoints a user; each admin appoints the next one. */
		private void appoint(String user) {
			var appointing = this.role.equals("admin") ? this.next : pool("admin").writer();
			appointing.put("/admin/users/%s/role".formatted(user), Map.of("role", this.role)).is(200);
		}

	}

}
