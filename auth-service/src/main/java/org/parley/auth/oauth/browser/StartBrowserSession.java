package org.parley.auth.oauth.browser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.refresh.OpenSession;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.stereotype.Component;

/** Signs a user in at our pages. */
@Component
public class StartBrowserSession {

	private final OpenSession openSession;

	private final EndSessions endSessions;

	private final BrowserSessions browsers;

	private final BrowserSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	StartBrowserSession(OpenSession openSession, EndSessions endSessions, BrowserSessions browsers,
			BrowserSettings settings, InstantSource clock, RandomGenerator random) {
		this.openSession = openSession;
		this.endSessions = endSessions;
		this.browsers = browsers;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Starts a session in place of the browser's previous one. Its secret is new, which
	 * prevents session fixation. Part of the caller's transaction.
	 * @param provenAt when the user proved at a provider who they are; null for a proof
	 * here, now
	 */
	public Opened open(User user, @Nullable BrowserUser previous, ClientDevice clientDevice,
			@Nullable Instant provenAt) {
		if (previous != null) {
			this.endSessions.signOut(previous.getName(), previous.sessionId(), clientDevice);
		}
		var lifetime = this.settings.lifetime();
		var opened = this.openSession.open(user, clientDevice, lifetime, provenAt);
		var secret = BrowserSecret.generate(this.random);
		var now = this.clock.instant();
		this.browsers.save(new BrowserSession(secret.hash(), user.id(), opened.session().id(), since(provenAt, now),
				now.plus(lifetime)));
		return new Opened(secret.text(), opened.deviceSecret());
	}

	/**
	 * The time of a proof. A provider that does not tell it ({@link Instant#EPOCH})
	 * counts as having asked just now, as otherwise no app that wants a recent sign-in
	 * could be used by its people.
	 */
	private static Instant since(@Nullable Instant provenAt, Instant now) {
		return (provenAt == null || provenAt.equals(Instant.EPOCH) || provenAt.isAfter(now)) ? now : provenAt;
	}

	/** Secrets of a new session, for {@link BrowserSessionCookies}. */
	public record Opened(String secret, String deviceSecret) {

		@Override
		public String toString() {
			return "Opened[***]";
		}

	}

}
