package org.parley.auth.oauth.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.client.Client;
import org.parley.auth.cookie.SignInCookies;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.session.Session;
import org.parley.auth.session.Sessions;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads who is signed in at our pages from the cookie. Nothing is saved here: a session
 * begins by {@link OpeningBrowser} and ends by {@link LeavingBrowser}, or by whatever
 * ends sessions.
 */
@Component
@EnableConfigurationProperties(BrowserSettings.class)
class BrowserContexts implements SecurityContextRepository {

	private static final Duration USED = Duration.ofHours(1);

	private final SignInCookies cookies;

	private final BrowserSessions browsers;

	private final Sessions sessions;

	private final UnitOfWork work;

	private final BrowserSettings settings;

	private final InstantSource clock;

	BrowserContexts(SignInCookies cookies, BrowserSessions browsers, Sessions sessions, UnitOfWork work,
			BrowserSettings settings, InstantSource clock) {
		this.cookies = cookies;
		this.browsers = browsers;
		this.sessions = sessions;
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

	private Optional<Person> person(HttpServletRequest request) {
		var now = this.clock.instant();
		var known = this.cookies.read(request, SignInCookies.Kind.BROWSER)
			.flatMap(BrowserSecret::of)
			.flatMap((secret) -> this.browsers.findById(secret.hash()))
			.filter((browser) -> now.isBefore(browser.expiresAt()));
		var session = known.flatMap((browser) -> this.sessions.findById(browser.sessionId()))
			.filter((candidate) -> candidate.isLive(now));
		session.filter((candidate) -> !now.isBefore(candidate.lastUsedAt().plus(USED)))
			.ifPresent((candidate) -> use(candidate, Client.of(request, null), now));
		return session.flatMap((_) -> known)
			.map((browser) -> new Person(browser.userId(), browser.sessionId(), browser.since()));
	}

	/** Its owner sees when and from where; it lives no longer by it. */
	private void use(Session known, Client client, Instant now) {
		var lifetime = this.settings.lifetime();
		this.work
			.run(() -> this.sessions.findById(known.id()).filter((session) -> session.isLive(now)).map((session) -> {
				session.use(client, now, lifetime, lifetime);
				return this.sessions.save(session);
			}));
	}

}
