package org.parley.auth.oauth.browser;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.refresh.OpenSession;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.auth.user.device.DeviceCookie;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs somebody in at our pages. */
@Component
public class StartBrowserSession {

	private final OpenSession openSession;

	private final EndSessions ending;

	private final BrowserSessions browsers;

	private final SignInCookies cookies;

	private final DeviceCookie device;

	private final BrowserSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	StartBrowserSession(OpenSession openSession, EndSessions ending, BrowserSessions browsers, SignInCookies cookies,
			DeviceCookie device, BrowserSettings settings, InstantSource clock, RandomGenerator random) {
		this.openSession = openSession;
		this.ending = ending;
		this.browsers = browsers;
		this.cookies = cookies;
		this.device = device;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Begins a session in the place of the one that this browser had, as part of the
	 * transaction that asks. Its secret is new: one that somebody has planted counts
	 * nothing.
	 * @param before who was signed in here
	 */
	public Opened open(User user, @Nullable BrowserUser before, ClientDevice clientDevice) {
		if (before != null) {
			this.ending.signOut(before.getName(), before.sessionId(), clientDevice);
		}
		var lifetime = this.settings.lifetime();
		var opened = this.openSession.open(user, clientDevice, lifetime);
		var secret = BrowserSecret.next(this.random);
		var now = this.clock.instant();
		this.browsers
			.save(new BrowserSession(secret.hash(), user.id(), opened.session().id(), now, now.plus(lifetime)));
		return new Opened(secret.text(), opened.deviceSecret());
	}

	/** Leaves the browser what it was given. */
	public void leave(Opened opened, HttpServletResponse response) {
		add(response, this.cookies.set(SignInCookies.Kind.BROWSER, opened.secret(), this.settings.lifetime()));
		this.device.addForPages(opened.deviceSecret(), response);
		add(response, this.cookies.end(SignInCookies.Kind.SECOND_STEP));
	}

	private static void add(HttpServletResponse response, String cookie) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie);
	}

	/**
	 * What a browser is given whose owner has signed in.
	 *
	 * @param secret of the session
	 * @param deviceSecret by which the device is known next time
	 */
	public record Opened(String secret, String deviceSecret) {

		@Override
		public String toString() {
			return "Opened[***]";
		}

	}

}
