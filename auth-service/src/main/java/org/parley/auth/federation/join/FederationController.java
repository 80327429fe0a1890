package org.parley.auth.federation.join;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.identity.LinkIdentity;
import org.parley.auth.federation.identity.LinkTickets;
import org.parley.auth.federation.protocol.ReceiveProviderAnswer;
import org.parley.auth.federation.protocol.SendToProvider;
import org.parley.auth.federation.protocol.SendToProvider.Departure;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leads browsers to providers, and receives them when they return. */
@Page
class FederationController {

	private static final int LONGEST_INVITATION = 100;

	private final IdentityProviders providers;

	private final SendToProvider sendToProvider;

	private final ReceiveProviderAnswer receiveAnswer;

	private final LinkTickets linkTickets;

	private final AdmitFromProvider admitFromProvider;

	private final FinishSignIn finishSignIn;

	FederationController(IdentityProviders providers, SendToProvider sendToProvider,
			ReceiveProviderAnswer receiveAnswer, LinkTickets linkTickets, AdmitFromProvider admitFromProvider,
			FinishSignIn finishSignIn) {
		this.providers = providers;
		this.sendToProvider = sendToProvider;
		this.receiveAnswer = receiveAnswer;
		this.linkTickets = linkTickets;
		this.admitFromProvider = admitFromProvider;
		this.finishSignIn = finishSignIn;
	}

	/**
	 * Leads to a provider.
	 * @param next page to return to
	 * @param fresh whether the person must sign in there even if they are signed in there
	 * @param invitation token of an invitation, for a person who has no account yet
	 * @param link permission to link the identity to the signed-in user
	 * @param ask whether to show the way to the provider first
	 */
	@GetMapping("/oauth2/federation/{id}")
	ModelAndView leave(@PathVariable String id, @RequestParam(name = "continue", defaultValue = "") String next,
			@RequestParam(defaultValue = "false") boolean fresh, @RequestParam(required = false) @Nullable String link,
			@RequestParam(defaultValue = "false") boolean ask,
			@RequestParam(required = false) @Nullable String invitation, @Nullable BrowserUser browserUser,
			HttpServletRequest request, HttpServletResponse response) {
		var provider = this.providers.requireEnabled(id);
		if (link == null) {
			var to = Continuation.parse(next).map(Continuation::address).orElse("");
			return leave(provider, new Departure(to, null, shortened(invitation), fresh), request, response);
		}
		var owner = this.linkTickets.findOwner(link, id).orElseThrow(LinkIdentity::stale);
		var here = "/oauth2/federation/%s?link=%s".formatted(id, link);
		if (browserUser == null) {
			var back = Continuation.parse(here + "&ask=true").orElseThrow();
			return SeeOtherRedirect.to(back.through(BrowserSecurityConfigurer.SIGN_IN));
		}
		AdmitFromProvider.requireOwner(owner.userId(), browserUser);
		if (ask) {
			// Browsers apply the sign-in form's policy to redirects, also to those of the
			// provider.
			return new ModelAndView("oauth/leave").addObject("provider", provider.terms().name())
				.addObject("path", here);
		}
		return leave(provider, new Departure("", owner, null, false), request, response);
	}

	private ModelAndView leave(IdentityProvider provider, Departure departure, HttpServletRequest request,
			HttpServletResponse response) {
		return counted(provider, () -> this.sendToProvider.send(provider, departure, request, response));
	}

	/** Receives a browser that a provider returns. */
	@GetMapping("/oauth2/federation/{id}/callback")
	ModelAndView arrive(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletRequest request,
			HttpServletResponse response) {
		var provider = this.providers.requireEnabled(id);
		return counted(provider, () -> {
			var answer = this.receiveAnswer.receive(provider, parameters, request, response);
			return this.admitFromProvider.admit(provider, answer, browserUser, clientDevice, request, response);
		});
	}

	/** Leads to an address, and counts a refusal. */
	private ModelAndView counted(IdentityProvider provider, Supplier<String> address) {
		try {
			return SeeOtherRedirect.to(address.get());
		}
		catch (RefusalException ex) {
			this.finishSignIn.count(provider, ex.code());
			throw ex;
		}
	}

	@ExceptionHandler
	ModelAndView on(RefusalException problem, @Nullable BrowserUser browserUser, HttpServletResponse response) {
		return FederationProblemPage.of(problem, browserUser, response);
	}

	/** A longer text is no token, and would fill the cookie. */
	private static @Nullable String shortened(@Nullable String invitation) {
		return (invitation != null && !invitation.isEmpty() && invitation.length() <= LONGEST_INVITATION) ? invitation
				: null;
	}

}
