package org.parley.auth.federation.join;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.join.SignInWithProvider.OwnCredentials;
import org.parley.auth.federation.protocol.BrowserNotes;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.page.SignInPages;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.NotApprovedException;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages where people complete the account for their identity, or link one. */
@Page
@RequestMapping("/oauth2/federation/{id}/join")
class JoinController {

	private final IdentityProviders providers;

	private final BrowserNotes notes;

	private final AdmitFromProvider admitFromProvider;

	private final OpenJoinedAccount openJoinedAccount;

	private final JoinPage joinPage;

	private final Validator validator;

	JoinController(IdentityProviders providers, BrowserNotes notes, AdmitFromProvider admitFromProvider,
			OpenJoinedAccount openJoinedAccount, JoinPage joinPage, Validator validator) {
		this.providers = providers;
		this.notes = notes;
		this.admitFromProvider = admitFromProvider;
		this.openJoinedAccount = openJoinedAccount;
		this.joinPage = joinPage;
		this.validator = validator;
	}

	@GetMapping
	ModelAndView form(@PathVariable String id, @RequestParam(defaultValue = "") String state,
			HttpServletRequest request, HttpServletResponse response) {
		return this.joinPage.suggest(this.providers.requireEnabled(id),
				this.admitFromProvider.recall(id, state, request), response);
	}

	@PostMapping
	ModelAndView join(@PathVariable String id, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String invitation,
			@RequestParam(defaultValue = "false") boolean picture, @Nullable BrowserUser browserUser,
			ClientDevice clientDevice, HttpServletRequest request, HttpServletResponse response) {
		var provider = this.providers.requireEnabled(id);
		var pending = this.admitFromProvider.recall(id, state, request);
		var form = new JoinForm(username.strip(), name.strip(), email.strip(), invitation.strip(), picture);
		var wrong = this.validator.validate(form).stream().findFirst();
		if (wrong.isPresent()) {
			return JoinPage.refused(this.joinPage.show(provider, pending, form, response), RefusalKind.INVALID,
					wrong.get().getPropertyPath().toString(), "invalid");
		}
		try {
			var wanted = form.picture() ? pending : pending.withoutPicture();
			var next = this.openJoinedAccount.open(provider, wanted, form.newcomer(LocaleContextHolder.getLocale()),
					browserUser, clientDevice, response);
			this.notes.take(SignInCookies.Kind.JOINING, PendingAccount.class, pending::equals, request, response);
			return next.map(SeeOtherRedirect::to).orElseGet(() -> awaiting(response));
		}
		catch (RefusalException ex) {
			return JoinPage.refused(this.joinPage.show(provider, pending, form, response), ex);
		}
	}

	@GetMapping("/link")
	ModelAndView link(@PathVariable String id, @RequestParam(defaultValue = "") String state,
			HttpServletRequest request, HttpServletResponse response) {
		return this.joinPage.link(this.providers.requireEnabled(id), this.admitFromProvider.recall(id, state, request),
				response);
	}

	@PostMapping("/link")
	ModelAndView link(@PathVariable String id, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String code, @Nullable BrowserUser browserUser, ClientDevice clientDevice,
			HttpServletRequest request, HttpServletResponse response) {
		var provider = this.providers.requireEnabled(id);
		var pending = this.admitFromProvider.recall(id, state, request);
		var typed = new OwnCredentials(login.strip(), password, code.isBlank() ? null : code.strip());
		try {
			return SeeOtherRedirect
				.to(this.admitFromProvider.link(provider, pending, typed, browserUser, clientDevice, response));
		}
		catch (RefusalException ex) {
			if (ex.kind() == RefusalKind.CONFLICT) {
				throw ex;
			}
			return SignInPages.refused(this.joinPage.link(provider, pending, response), ex, response)
				.addObject("login", login);
		}
	}

	@ExceptionHandler
	ModelAndView on(RefusalException problem, @Nullable BrowserUser browserUser, HttpServletResponse response) {
		return FederationProblemPage.of(problem, browserUser, response);
	}

	private static ModelAndView awaiting(HttpServletResponse response) {
		var page = FederationProblemPage.of(new NotApprovedException(), null, response);
		page.setStatus(HttpStatus.ACCEPTED);
		return page;
	}

}
