package org.parley.auth.federation.join;

import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;
import org.parley.platform.web.request.CorrelationFilter;

import org.springframework.web.servlet.ModelAndView;

/** The page that says what went wrong on the way from a provider, and what to do. */
final class FederationProblemPage {

	/** The codes that have a text of their own. */
	private static final Set<String> KNOWN = Set.of("federation.state", "federation.too-long", "federation.denied",
			"federation.refused", "federation.misconfigured", "federation.not-recent", "federation.unavailable",
			"federation.other-account", "identity.email-known", "identity.taken", "identity.too-many",
			"identity-provider.not-found", "auth.banned", "account.deleting", "account.awaiting-approval",
			"registration.closed");

	private FederationProblemPage() {
	}

	/**
	 * The page; a signed-in user stays so, and returns to the settings, where identities
	 * are linked.
	 */
	static ModelAndView of(RefusalException problem, @Nullable BrowserUser browserUser, HttpServletResponse response) {
		var page = new ModelAndView("oauth/federation-problem", Problems.statusOf(problem.kind()));
		ProblemPage.retryAfter(problem, response);
		return page.addObject("code", problem.code())
			.addObject("text", KNOWN.contains(problem.code()) ? problem.code() : "other")
			.addObject("banned", (problem instanceof BannedException) ? problem : null)
			.addObject("closed", (problem instanceof AccountDeletingException closed) ? closed.user() : null)
			.addObject("signedIn", browserUser != null)
			.addObject("next", (browserUser != null) ? "/settings/security" : next(problem.code()))
			.addObject("correlationId", CorrelationFilter.current());
	}

	/**
	 * The page of the forum where a person begins again. Only a sign-in that begins there
	 * returns there; an identity is linked in the settings.
	 */
	private static String next(String code) {
		return code.startsWith("identity.") ? "/sign-in?back=%2Fsettings%2Fsecurity" : "/sign-in";
	}

}
