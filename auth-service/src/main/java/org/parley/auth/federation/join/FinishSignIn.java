package org.parley.auth.federation.join;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.BrowserSessionCookies;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;

import org.springframework.stereotype.Component;

/** Gives the browser its session and counts the outcome. */
@Component
class FinishSignIn {

	private final BrowserSessionCookies sessionCookies;

	private final FederationMetrics metrics;

	FinishSignIn(BrowserSessionCookies sessionCookies, FederationMetrics metrics) {
		this.sessionCookies = sessionCookies;
		this.metrics = metrics;
	}

	/** Counts a link and returns the address of the next page. */
	String linked(IdentityProvider provider) {
		this.metrics.count(provider.id(), "linked");
		return "/settings/security?linked=true";
	}

	/** Returns the address of the next page. */
	String finish(IdentityProvider provider, Opened opened, String outcome, Optional<Continuation> next,
			HttpServletResponse response) {
		this.sessionCookies.set(opened, response);
		this.metrics.count(provider.id(), outcome);
		return next.orElse(Continuation.APPS).address();
	}

}
