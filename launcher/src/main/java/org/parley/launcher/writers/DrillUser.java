package org.parley.launcher.writers;

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
 * Somebody with an account. One writer at a time has them; they write a little less often
 * than the gateway lets anybody.
 */
public final class DrillUser {

	public static final String PASSWORD = "drilled in development";

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private static final int WRITES = 27;

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

	/** Somebody who has an account already. */
	static DrillUser signIn(GatewayClient gatewayClient, String username, String password) {
		return new DrillUser(gatewayClient, username, password, session(gatewayClient, username, password).is(OK));
	}

	/** Somebody who has just registered. */
	public static DrillUser registered(GatewayClient gatewayClient, String username, GatewayResponse session) {
		return new DrillUser(gatewayClient, username, PASSWORD, session);
	}

	private static GatewayResponse session(GatewayClient gatewayClient, String username, String password) {
		return gatewayClient.guest().post("/auth/login", Map.of("login", username, "password", password));
	}

	/** Asks for an account; the answer also says when it is there already. */
	public static GatewayResponse register(ApiUser guest, String username) {
		return guest.post("/auth/register", Map.of("name", "Drill " + username, "username", username, "email",
				DrillUsers.address(username), "password", PASSWORD));
	}

	public String id() {
		return this.id;
	}

	/** Asks as this person, who signs in anew when their token has run out. */
	public GatewayResponse ask(Function<ApiUser, GatewayResponse> asking) {
		return ask(this.gatewayClient, asking);
	}

	/** Asks at a certain door. */
	public GatewayResponse ask(GatewayClient door, Function<ApiUser, GatewayResponse> asking) {
		this.writes.addLast(Instant.now());
		var answer = asking.apply(this.apiUser.at(door));
		return (answer.status() == UNAUTHORIZED) ? asking.apply(renewed().at(door)) : answer;
	}

	/** This person with a token that is good for a while. */
	ApiUser signedIn() {
		return renewed();
	}

	/** A password costs a hundred times what a refresh token does. */
	private ApiUser renewed() {
		var refreshed = this.gatewayClient.guest().post("/auth/refresh", Map.of("refreshToken", this.refreshToken));
		var session = (refreshed.status() == OK) ? refreshed
				: session(this.gatewayClient, this.username, this.password).is(OK);
		this.apiUser = this.gatewayClient.guest().signedIn(session.text("/data/accessToken"));
		this.refreshToken = session.text("/data/refreshToken");
		return this.apiUser;
	}

	/** How long until they may write again. */
	public Duration rest() {
		var now = Instant.now();
		while (!this.writes.isEmpty() && this.writes.getFirst().plus(WINDOW).isBefore(now)) {
			this.writes.removeFirst();
		}
		return (this.writes.size() < WRITES) ? Duration.ZERO
				: Duration.between(now, this.writes.getFirst().plus(WINDOW));
	}

}
