package org.parley.auth.federation.join;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.SignInDestinations;
import org.parley.auth.oauth.page.PageContentSecurityPolicy;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.web.problem.Problems;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page where a person completes the account for their identity, and the one where
 * they link an account of theirs.
 */
@Component
class JoinPage {

	private final RegisterWithProvider registerWithProvider;

	private final IdentityOwners owners;

	private final CurrentRules currentRules;

	private final List<SignInDestinations> destinations;

	JoinPage(RegisterWithProvider registerWithProvider, IdentityOwners owners, CurrentRules currentRules,
			List<SignInDestinations> destinations) {
		this.registerWithProvider = registerWithProvider;
		this.owners = owners;
		this.currentRules = currentRules;
		this.destinations = destinations;
	}

	/**
	 * The page with the names and the address that the provider has given, without a name
	 * that nobody may choose here. A person who can only have an account already gets the
	 * page that links it, if the provider is the only way in.
	 * @throws RefusalException 403 {@code registration.closed}, before anybody fills in
	 * the form
	 */
	ModelAndView suggest(IdentityProvider provider, PendingAccount pending, HttpServletResponse response) {
		var rules = this.currentRules.rules();
		var account = pending.account();
		if (provider.isOnlyWayIn() && (rules.isClosed() || this.owners.isKnownAddress(provider, account))) {
			return link(provider, pending, response);
		}
		rules.requireOpen();
		return show(provider, pending,
				new JoinForm(this.registerWithProvider.suggestUsername(pending), nameOf(account),
						Objects.requireNonNullElse(account.email(), ""),
						Objects.requireNonNullElse(pending.invitation(), ""), false),
				response);
	}

	/** The first of the given names that anybody may choose here, or an empty text. */
	static String nameOf(ProviderAccount account) {
		return Stream.of(account.name(), account.username())
			.flatMap(Stream::ofNullable)
			.filter(DisplayNames::mayBeChosen)
			.findFirst()
			.orElse("");
	}

	/** The address of the page for one of the persons who join in a browser. */
	static String address(PendingAccount pending) {
		return "/oauth2/federation/%s/join?state=%s".formatted(pending.provider(), pending.state());
	}

	/** The page with the fields as the person has filled them. */
	ModelAndView show(IdentityProvider provider, PendingAccount pending, JoinForm form, HttpServletResponse response) {
		return page("oauth/join", provider, pending, response).addObject("form", form)
			.addObject("hasPicture", pending.account().picture() != null)
			.addObject("invited", this.currentRules.rules().isByInvitation() || !form.invitation().isEmpty())
			.addObject("onlyWayIn", provider.isOnlyWayIn());
	}

	/** The page that asks for the password of an account. */
	ModelAndView link(IdentityProvider provider, PendingAccount pending, HttpServletResponse response) {
		return page("oauth/link", provider, pending, response);
	}

	private ModelAndView page(String name, IdentityProvider provider, PendingAccount pending,
			HttpServletResponse response) {
		Continuation.parse(pending.next())
			.flatMap((to) -> SignInDestinations.find(this.destinations, to))
			.ifPresent((_) -> PageContentSecurityPolicy.returning(response));
		return new ModelAndView(name).addObject("provider", provider.terms().name())
			.addObject("path", "/oauth2/federation/%s/join".formatted(provider.id()))
			.addObject("state", pending.state());
	}

	/** Adds an error at a field. */
	static ModelAndView refused(ModelAndView page, RefusalKind kind, String field, String error) {
		page.setStatus(Problems.statusOf(kind));
		return page.addObject("field", field).addObject("error", field + "." + error);
	}

	/**
	 * Adds a refusal at its field.
	 * @throws RefusalException the refusal, if the person cannot correct it on this page
	 */
	static ModelAndView refused(ModelAndView page, RefusalException refusal) {
		var code = refusal.errors().stream().map((error) -> error.code()).findFirst().orElse(refusal.code());
		return refused(page, refusal.kind(), field(refusal).orElseThrow(() -> refusal), code);
	}

	private static Optional<String> field(RefusalException refusal) {
		return switch (refusal.code()) {
			case "user.username-taken" -> Optional.of("username");
			case "user.email-taken" -> Optional.of("email");
			case "registration.invitation-required" -> Optional.of("invitation");
			default -> refusal.errors().stream().map((error) -> error.field()).findFirst();
		};
	}

}
