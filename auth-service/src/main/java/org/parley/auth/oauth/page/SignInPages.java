package org.parley.auth.oauth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the steps of a sign-in. */
@Component
class SignInPages {

	private final RegisteredClientRepository apps;

	private final CurrentRules currentRules;

	SignInPages(RegisteredClientRepository apps, CurrentRules currentRules) {
		this.apps = apps;
		this.currentRules = currentRules;
	}

	/** Whether people can sign in with a mailed code. */
	boolean isByMail() {
		return this.currentRules.rules().isSignInByMail();
	}

	/** A page that returns to an address, or to the default page. */
	ModelAndView page(String name, Optional<Continuation> to, HttpServletResponse response) {
		var app = to.flatMap(this::app);
		PageContentSecurityPolicy.signIn(app, response);
		var page = new ModelAndView(name);
		page.addObject("next", to.map(Continuation::address).orElse(""));
		page.addObject("register", registrationPage(to));
		page.addObject("byMail", isByMail());
		app.ifPresent((known) -> page.addObject("app", known.getClientName()));
		return page;
	}

	/** The page of the web client, which returns to the page that it sent people from. */
	private static String registrationPage(Optional<Continuation> to) {
		return to
			.flatMap((address) -> address.parameter("client_id").filter(WebClientSettings::isWebClient).isPresent()
					? address.parameter("back") : Optional.of(address.address()))
			.map((back) -> "/register?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8))
			.orElse("/register");
	}

	/** The app that the sign-in returns to, if there is one. */
	private Optional<RegisteredClient> app(Continuation to) {
		return to.parameter("client_id").map(this.apps::findByClientId);
	}

	/** The page with the reason of a refusal. */
	static ModelAndView refused(ModelAndView page, RefusalException ex, HttpServletResponse response) {
		page.setStatus(Problems.statusOf(ex.kind()));
		var wait = Problems.entity(ex).getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		if (wait != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, wait);
		}
		return page.addObject("error", ex.code()).addObject("detail", ex.detail()).addObject("wait", wait);
	}

}
