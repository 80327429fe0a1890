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
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads the signed-in user of our pages from the cookie. It saves nothing:
 * {@link StartBrowserSession} starts sessions and {@link EndBrowserSession} ends them.
 */
@Component
@EnableConfigurationProperties(BrowserSettings.class)
class BrowserSecurityContextRepository implements SecurityContextRepository {

	private static final Duration USE_INTERVAL = Duration.ofHours(1);

	private final SignInCookies cookies;

	private final BrowserSessions browsers;

	private final UserSessions userSessions;

	private final UnitOfWork unitOfWork;

	private final BrowserSettings settings;

	private final InstantSource clock;

	BrowserSecurityContextRepository(SignInCookies cookies, BrowserSessions browsers, UserSessions userSessions,
			UnitOfWork unitOfWork, BrowserSettings settings, InstantSource clock) {
		this.cookies = cookies;
		this.browsers = browsers;
		this.userSessions = userSessions;
		this.unitOfWork = unitOfWork;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	@SuppressWarnings("deprecation") // the other method calls this one
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		var context = new SecurityContextImpl();
		browserUser(holder.getRequest()).ifPresent(context::setAuthentication);
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// BrowserSessionCookies sets the cookie at sign-in
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return browserUser(request).isPresent();
	}

	private Optional<BrowserUser> browserUser(HttpServletRequest request) {
		var now = this.clock.instant();
		var known = this.cookies.read(request, SignInCookies.Kind.BROWSER)
			.flatMap(BrowserSecret::parse)
			.flatMap((secret) -> this.browsers.findById(secret.hash()))
			.filter((browser) -> now.isBefore(browser.expiresAt()));
		var session = known.flatMap((browser) -> this.userSessions.findById(browser.sessionId()))
			.filter((candidate) -> candidate.isLive(now));
		session.filter((candidate) -> !now.isBefore(candidate.lastUsedAt().plus(USE_INTERVAL)))
			.ifPresent((candidate) -> recordUse(candidate, ClientDevice.of(request, null), now));
		return session.flatMap((_) -> known)
			.map((browser) -> new BrowserUser(browser.userId(), browser.sessionId(), browser.since()));
	}

	/** Records time and device for the session list. Does not extend the session. */
	private void recordUse(UserSession known, ClientDevice clientDevice, Instant now) {
		var lifetime = this.settings.lifetime();
		this.unitOfWork.run(
				() -> this.userSessions.findById(known.id()).filter((session) -> session.isLive(now)).map((session) -> {
					session.use(clientDevice, now, lifetime, lifetime);
					return this.userSessions.save(session);
				}));
	}

}
