package org.parley.auth.federation.join;

import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
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

	private final MeterRegistry meters;

	FinishSignIn(BrowserSessionCookies sessionCookies, MeterRegistry meters) {
		this.sessionCookies = sessionCookies;
		this.meters = meters;
	}

	/** Counts a link and returns the address of the next page. */
	String linked(IdentityProvider provider) {
		count(provider, "linked");
		return "/settings/security?linked=true";
	}

	/** Returns the address of the next page. */
	String finish(IdentityProvider provider, Opened opened, String outcome, Optional<Continuation> next,
			HttpServletResponse response) {
		this.sessionCookies.set(opened, response);
		count(provider, outcome);
		return next.orElse(Continuation.APPS).address();
	}

	/** Counts an outcome: such as {@code signed-in}, or the code of a refusal. */
	void count(IdentityProvider provider, String outcome) {
		this.meters.counter("parley.federation", "provider", provider.id(), "outcome", outcome).increment();
	}

}
