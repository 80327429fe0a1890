package org.parley.auth.oauth.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads who is signed in at our pages from the cookie. Nothing is saved here: a session
 * begins by {@link StartBrowserSession} and ends by {@link EndBrowserSession}, or by
 * whatever ends sessions.
 */
@Component
@EnableConfigurationProperties(BrowserSettings.class)
class BrowserSecurityContextRepository implements SecurityContextRepository {

	private static final Duration USED = Duration.ofHours(1);

	private final SignInCookies cookies;

	private final BrowserSessions browsers;

	private final UserSessions userSessions;

	private final UnitOfWork work;

	private final BrowserSettings settings;

	private final InstantSource clock;

	BrowserSecurityContextRepository(SignInCookies cookies, BrowserSessions browsers, UserSessions userSessions,
			UnitOfWork work, BrowserSettings settings, InstantSource clock) {
		this.cookies = cookies;
		this.browsers = browsers;
		this.userSessions = userSessions;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	@SuppressWarnings("deprecation") // the method that is not deprecated calls this one
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		var context = new SecurityContextImpl();
		person(holder.getRequest()).ifPresent(context::setAuthentication);
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// The cookie is left by who signs in, not by each request.
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return person(request).isPresent();
	}

	private Optional<BrowserUser> person(HttpServletRequest request) {
		var now = this.clock.instant();
		var known = this.cookies.read(request, SignInCookies.Kind.BROWSER)
			.flatMap(BrowserSecret::of)
			.flatMap((secret) -> this.browsers.findById(secret.hash()))
			.filter((browser) -> now.isBefore(browser.expiresAt()));
		var session = known.flatMap((browser) -> this.userSessions.findById(browser.sessionId()))
			.filter((candidate) -> candidate.isLive(now));
		session.filter((candidate) -> !now.isBefore(candidate.lastUsedAt().plus(USED)))
			.ifPresent((candidate) -> use(candidate, ClientDevice.of(request, null), now));
		return session.flatMap((_) -> known)
			.map((browser) -> new BrowserUser(browser.userId(), browser.sessionId(), browser.since()));
	}

	/** Its owner sees when and from where; it lives no longer by it. */
	private void use(UserSession known, ClientDevice clientDevice, Instant now) {
		var lifetime = this.settings.lifetime();
		this.work.run(
				() -> this.userSessions.findById(known.id()).filter((session) -> session.isLive(now)).map((session) -> {
					session.use(clientDevice, now, lifetime, lifetime);
					return this.userSessions.save(session);
				}));
	}

}
