package org.parley.auth.oauth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.SignInDestinations;
import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.Role;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the steps of a sign-in. */
@Component
public class SignInPages {

	private final List<SignInDestinations> destinations;

	private final CurrentRules currentRules;

	private final PermittedWays permittedWays;

	SignInPages(List<SignInDestinations> destinations, CurrentRules currentRules, PermittedWays permittedWays) {
		this.destinations = destinations;
		this.currentRules = currentRules;
		this.permittedWays = permittedWays;
	}

	/** Whether people can sign in with a mailed code. */
	boolean isByMail() {
		return this.currentRules.rules().isSignInByMail();
	}

	/** Whether people can register without an invitation or a provider. */
	private boolean isForNewcomers() {
		var rules = this.currentRules.rules();
		return !rules.isClosed() && !rules.isByInvitation() && !this.permittedWays.isProviderOnly(Role.USER);
	}

	/** A page that returns to an address, or to the default page. */
	ModelAndView page(String view, Optional<Continuation> to, HttpServletResponse response) {
		var app = to.filter((next) -> next.parameter("client_id").filter(WebClientSettings::isWebClient).isEmpty())
			.flatMap((next) -> SignInDestinations.find(this.destinations, next));
		PageContentSecurityPolicy
			.signIn(app.isEmpty() ? PageContentSecurityPolicy.PLAIN : PageContentSecurityPolicy.RETURNING, response);
		var page = new ModelAndView(view);
		page.addObject("next", to.map(Continuation::address).orElse(""));
		page.addObject("register", isForNewcomers() ? registrationPage(to) : null);
		page.addObject("byMail", isByMail());
		app.ifPresent((name) -> page.addObject("app", name));
		return page;
	}

	/** The page of the web client, which returns to the page that it sent people from. */
	static String registrationPage(Optional<Continuation> to) {
		return to
			.flatMap((address) -> address.parameter("client_id").filter(WebClientSettings::isWebClient).isPresent()
					? address.parameter("back") : Optional.of(address.address()))
			.map((back) -> "/register?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8))
			.orElse("/register");
	}

	/** The page with the reason of a refusal. */
	public static ModelAndView refused(ModelAndView page, RefusalException ex, HttpServletResponse response) {
		page.setStatus(Problems.statusOf(ex.kind()));
		return page.addObject("error", ex.code())
			.addObject("banned", (ex instanceof BannedException) ? ex : null)
			.addObject("closed", (ex instanceof AccountDeletingException closed) ? closed.user() : null)
			.addObject("wait", ProblemPage.retryAfter(ex, response));
	}

}
