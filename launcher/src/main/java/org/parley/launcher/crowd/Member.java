package org.parley.launcher.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;

/**
 * Somebody with an account. One writer at a time has them; they write a little less often
 * than the gateway lets anybody.
 */
final class Member {

	static final String PASSWORD = "drilled in development";

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private static final int WRITES = 27;

	private static final Duration WINDOW = Duration.ofSeconds(61);

	private final Gateway gateway;

	private final String id;

	private final String username;

	private final String password;

	private final Deque<Instant> writes = new ArrayDeque<>();

	private Person person;

	private String refreshToken;

	private Member(Gateway gateway, String username, String password, Answer session) {
		this.gateway = gateway;
		this.username = username;
		this.password = password;
		this.id = session.text("/data/user/id");
		this.person = gateway.guest().signedIn(session.text("/data/accessToken"));
		this.refreshToken = session.text("/data/refreshToken");
	}

	/** Somebody who has an account already. */
	static Member signIn(Gateway gateway, String username, String password) {
		return new Member(gateway, username, password, session(gateway, username, password).is(OK));
	}

	/** Somebody who has just registered. */
	static Member registered(Gateway gateway, String username, Answer session) {
		return new Member(gateway, username, PASSWORD, session);
	}

	private static Answer session(Gateway gateway, String username, String password) {
		return gateway.guest().post("/auth/login", Map.of("login", username, "password", password));
	}

	/** Asks for an account; the answer also says when it is there already. */
	static Answer register(Person guest, String username) {
		return guest.post("/auth/register", Map.of("name", "Drill " + username, "username", username, "email",
				Cast.address(username), "password", PASSWORD));
	}

	String id() {
		return this.id;
	}

	/** Asks as this person, who signs in anew when their token has run out. */
	Answer ask(Function<Person, Answer> asking) {
		return ask(this.gateway, asking);
	}

	/** Asks at a certain door. */
	Answer ask(Gateway door, Function<Person, Answer> asking) {
		this.writes.addLast(Instant.now());
		var answer = asking.apply(this.person.at(door));
		return (answer.status() == UNAUTHORIZED) ? asking.apply(renewed().at(door)) : answer;
	}

	/** This person with a token that is good for a while. */
	Person signedIn() {
		return renewed();
	}

	/** A password costs a hundred times what a refresh token does. */
	private Person renewed() {
		var refreshed = this.gateway.guest().post("/auth/refresh", Map.of("refreshToken", this.refreshToken));
		var session = (refreshed.status() == OK) ? refreshed
				: session(this.gateway, this.username, this.password).is(OK);
		this.person = this.gateway.guest().signedIn(session.text("/data/accessToken"));
		this.refreshToken = session.text("/data/refreshToken");
		return this.person;
	}

	/** How long until they may write again. */
	Duration rest() {
		var now = Instant.now();
		while (!this.writes.isEmpty() && this.writes.getFirst().plus(WINDOW).isBefore(now)) {
			this.writes.removeFirst();
		}
		return (this.writes.size() < WRITES) ? Duration.ZERO
				: Duration.between(now, this.writes.getFirst().plus(WINDOW));
	}

}
