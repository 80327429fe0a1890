package org.parley.auth.federation.join;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.protocol.BrowserNotes;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.SignInDestinations;
import org.parley.auth.oauth.browser.SignInDestinations.Destination;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.PageContentSecurityPolicy;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.NotApprovedException;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.web.problem.Problems;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where people complete the account for their identity. */
@Page
@RequestMapping("/oauth2/federation/{id}/join")
class JoinController {

	private final IdentityProviders providers;

	private final BrowserNotes notes;

	private final OpenJoinedAccount openJoinedAccount;

	private final List<SignInDestinations> destinations;

	private final Validator validator;

	private final InstantSource clock;

	JoinController(IdentityProviders providers, BrowserNotes notes, OpenJoinedAccount openJoinedAccount,
			List<SignInDestinations> destinations, Validator validator, InstantSource clock) {
		this.providers = providers;
		this.notes = notes;
		this.openJoinedAccount = openJoinedAccount;
		this.destinations = destinations;
		this.validator = validator;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView form(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
		var pending = pending(id, request);
		var account = pending.account();
		return page(this.providers.requireEnabled(id), pending,
				new JoinForm(this.openJoinedAccount.suggestUsername(pending),
						Objects.requireNonNullElse((account.name() != null) ? account.name() : account.username(), ""),
						Objects.requireNonNullElse(account.email(), ""),
						Objects.requireNonNullElse(pending.invitation(), "")),
				response);
	}

	@PostMapping
	ModelAndView join(@PathVariable String id, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String invitation, @Nullable BrowserUser browserUser,
			ClientDevice clientDevice, HttpServletRequest request, HttpServletResponse response) {
		var provider = this.providers.requireEnabled(id);
		var pending = pending(id, request);
		var form = new JoinForm(username.strip(), name.strip(), email.strip(), invitation.strip());
		var wrong = this.validator.validate(form).stream().findFirst();
		if (wrong.isPresent()) {
			return refused(page(provider, pending, form, response), wrong.get().getPropertyPath().toString(),
					"invalid");
		}
		try {
			var next = this.openJoinedAccount.open(provider, pending, form.newcomer(LocaleContextHolder.getLocale()),
					browserUser, clientDevice, response);
			this.notes.delete(SignInCookies.Kind.JOINING, response);
			return next.map(SeeOtherRedirect::to).orElseGet(() -> awaiting(response));
		}
		catch (RefusalException ex) {
			var field = field(ex);
			if (field.isEmpty()) {
				throw ex;
			}
			var code = ex.errors().stream().map((error) -> error.code()).findFirst().orElse(ex.code());
			var page = refused(page(provider, pending, form, response), field.get(), code);
			page.setStatus(Problems.statusOf(ex.kind()));
			return page;
		}
	}

	@ExceptionHandler
	ModelAndView on(RefusalException problem, HttpServletResponse response) {
		return FederationProblem.page(problem, response);
	}

	private PendingAccount pending(String id, HttpServletRequest request) {
		return this.notes.read(SignInCookies.Kind.JOINING, PendingAccount.class, request)
			.filter((known) -> known.provider().equals(id) && this.clock.instant().isBefore(known.expiresAt()))
			.orElseThrow(() -> new RefusalException(RefusalKind.INVALID, "federation.state",
					"The registration took too long. Start again."));
	}

	private ModelAndView page(IdentityProvider provider, PendingAccount pending, JoinForm form,
			HttpServletResponse response) {
		Continuation.parse(pending.next())
			.flatMap((to) -> Destination.find(this.destinations, to))
			.ifPresent((known) -> PageContentSecurityPolicy.returningTo(known.addresses(), response));
		return new ModelAndView("oauth/join").addObject("provider", provider.terms().name())
			.addObject("path", "/oauth2/federation/%s/join".formatted(provider.id()))
			.addObject("form", form)
			.addObject("invited", this.openJoinedAccount.needsInvitation() || !form.invitation().isEmpty());
	}

	private static ModelAndView awaiting(HttpServletResponse response) {
		var page = FederationProblem.page(new NotApprovedException(), response);
		page.setStatus(HttpStatus.ACCEPTED);
		return page;
	}

	private static ModelAndView refused(ModelAndView page, String field, String error) {
		page.setStatus(Problems.statusOf(RefusalKind.INVALID));
		return page.addObject("field", field).addObject("error", field + "." + error);
	}

	/** The field that the person can correct. */
	private static Optional<String> field(RefusalException refusal) {
		return switch (refusal.code()) {
			case "user.username-taken" -> Optional.of("username");
			case "user.email-taken" -> Optional.of("email");
			case "registration.invitation-required" -> Optional.of("invitation");
			default -> refusal.errors().stream().map((error) -> error.field()).findFirst();
		};
	}

}
