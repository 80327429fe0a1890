package org.parley.resilience.writers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * A registered user, used by one writer at a time and at slightly less than the gateway's
 * rate limit.
 */
public final class DrillUser {

	public static final String PASSWORD = "drilled in development";

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private static final int MAX_WRITES = 27;

	private static final Duration WINDOW = Duration.ofSeconds(61);

	private final GatewayClient gatewayClient;

	private final String id;

	private final String username;

	private final String password;

	private final Deque<Instant> writes = new ArrayDeque<>();

	private ApiUser apiUser;

	private String refreshToken;

	private DrillUser(GatewayClient gatewayClient, String username, String password, GatewayResponse session) {
		this.gatewayClient = gatewayClient;
		this.username = username;
		this.password = password;
		this.id = session.text("/data/user/id");
		this.apiUser = gatewayClient.guest().signedIn(session.text("/data/accessToken"));
		this.refreshToken = session.text("/data/refreshToken");
	}

	/** Signs in an existing user. */
	static DrillUser signIn(GatewayClient gatewayClient, String username, String password) {
		return new DrillUser(gatewayClient, username, password, session(gatewayClient, username, password).is(OK));
	}

	/** Creates a user from the session of a registration. */
	public static DrillUser registered(GatewayClient gatewayClient, String username, GatewayResponse session) {
		return new DrillUser(gatewayClient, username, PASSWORD, session);
	}

	private static GatewayResponse session(GatewayClient gatewayClient, String username, String password) {
		return gatewayClient.guest().post("/auth/login", Map.of("login", username, "password", password));
	}

	/** Registers an account; the response also shows whether it exists already. */
	public static GatewayResponse register(ApiUser guest, String username) {
		return guest.post("/auth/register", Map.of("name", "Drill " + username, "username", username, "email",
				DrillUsers.address(username), "password", PASSWORD));
	}

	public String id() {
		return this.id;
	}

	/** Sends a request as this user and renews an expired token. */
	public GatewayResponse call(Function<ApiUser, GatewayResponse> request) {
		return call(this.gatewayClient, request);
	}

	/** Sends a request with a given client. */
	public GatewayResponse call(GatewayClient client, Function<ApiUser, GatewayResponse> request) {
		this.writes.addLast(Instant.now());
		var answer = request.apply(this.apiUser.at(client));
		return (answer.status() == UNAUTHORIZED) ? request.apply(renew().at(client)) : answer;
	}

	/** Returns this user with a new token. */
	ApiUser signedIn() {
		return renew();
	}

	/**
	 * Uses the refresh token first, because hashing a password is 100 times as expensive.
	 */
	private ApiUser renew() {
		var refreshed = this.gatewayClient.guest().post("/auth/refresh", Map.of("refreshToken", this.refreshToken));
		var session = (refreshed.status() == OK) ? refreshed
				: session(this.gatewayClient, this.username, this.password).is(OK);
		this.apiUser = this.gatewayClient.guest().signedIn(session.text("/data/accessToken"));
		this.refreshToken = session.text("/data/refreshToken");
		return this.apiUser;
	}

	/** Returns the time until the next write is allowed. */
	public Duration waitTime() {
		var now = Instant.now();
		while (!this.writes.isEmpty() && this.writes.getFirst().plus(WINDOW).isBefore(now)) {
			this.writes.removeFirst();
		}
		return (this.writes.size() < MAX_WRITES) ? Duration.ZERO
				: Duration.between(now, this.writes.getFirst().plus(WINDOW));
	}

}
