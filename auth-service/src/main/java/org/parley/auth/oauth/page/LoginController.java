package org.parley.auth.oauth.page;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.browser.BrowserSessionCookies;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.EndBrowserSession;
import org.parley.auth.oauth.browser.PendingSecondFactor;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.user.Role;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages for signing in and out. */
@Page
class LoginController {

	private static final String LOGIN = BrowserSecurityConfigurer.SIGN_IN;

	private static final String CODE = PendingSecondFactor.CODE;

	private static final String CONTINUE = "continue";

	private final PageSignIn pageSignIn;

	private final PendingSecondFactor pendingSecondFactor;

	private final BrowserSessionCookies sessionCookies;

	private final EndBrowserSession endBrowserSession;

	private final SignInPages pages;

	private final PermittedWays permittedWays;

	LoginController(PageSignIn pageSignIn, PendingSecondFactor pendingSecondFactor,
			BrowserSessionCookies sessionCookies, EndBrowserSession endBrowserSession, SignInPages pages,
			PermittedWays permittedWays) {
		this.pageSignIn = pageSignIn;
		this.pendingSecondFactor = pendingSecondFactor;
		this.sessionCookies = sessionCookies;
		this.endBrowserSession = endBrowserSession;
		this.pages = pages;
		this.permittedWays = permittedWays;
	}

	/**
	 * Shows the page, or redirects a signed-in user at once.
	 * @param fresh whether a signed-in user must sign in again
	 * @param hint whom the app expects
	 * @param emergency whether an administrator wants to sign in although a provider is
	 * the only way in
	 */
	@GetMapping(LOGIN)
	ModelAndView login(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "false") boolean fresh,
			@RequestParam(name = "login_hint", required = false) @Nullable String hint,
			@RequestParam(defaultValue = "false") boolean emergency, @Nullable BrowserUser browserUser,
			HttpServletResponse response) {
		var to = Continuation.parse(next);
		if (browserUser != null && !fresh) {
			return SeeOtherRedirect.to(to.orElse(Continuation.APPS).address());
		}
		return page(to, response).addObject("login", hint)
			.addObject("own", emergency || !this.permittedWays.isProviderOnly(Role.USER));
	}

	@PostMapping(LOGIN)
	ModelAndView byPassword(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		var to = Continuation.parse(next);
		try {
			var known = this.pageSignIn.verifyPassword(login.strip(), password, clientDevice);
			try {
				return finish(this.pageSignIn.admit(known, null, browserUser, clientDevice), to, response);
			}
			catch (RefusalException ex) {
				return SeeOtherRedirect.to(this.pendingSecondFactor.ask(ex, known, to, response));
			}
		}
		catch (RefusalException ex) {
			return SignInPages.refused(page(to, response), ex, response).addObject("login", login);
		}
	}

	/** The address of a refused form, which a reader loads again. */
	@GetMapping({ LOGIN + "/passkey", LOGIN + "/sign-out" })
	ModelAndView again() {
		return SeeOtherRedirect.to(LOGIN);
	}

	@GetMapping(CODE)
	ModelAndView code(@RequestParam(name = CONTINUE, defaultValue = "") String next, HttpServletRequest request,
			HttpServletResponse response) {
		var to = Continuation.parse(next);
		return this.pendingSecondFactor.recall(request).isPresent() ? codePage(to, response)
				: SeeOtherRedirect.to(loginPage(to));
	}

	@PostMapping(CODE)
	ModelAndView byCode(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "") String code, @Nullable BrowserUser browserUser, ClientDevice clientDevice,
			HttpServletRequest request, HttpServletResponse response) {
		var to = Continuation.parse(next);
		var known = this.pendingSecondFactor.recall(request);
		if (known.isEmpty()) {
			return SeeOtherRedirect.to(loginPage(to));
		}
		try {
			return finish(this.pageSignIn.admit(known.get(), code.strip(), browserUser, clientDevice), to, response);
		}
		catch (RefusalException ex) {
			return SignInPages.refused(codePage(to, response), ex, response);
		}
	}

	@PostMapping(LOGIN + "/passkey")
	ModelAndView byPasskey(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "") String credential, @Nullable BrowserUser browserUser,
			ClientDevice clientDevice, HttpServletResponse response) {
		var to = Continuation.parse(next);
		try {
			return finish(this.pageSignIn.admit(credential, browserUser, clientDevice), to, response);
		}
		catch (RefusalException ex) {
			return SignInPages.refused(page(to, response), ex, response);
		}
	}

	/** Signs out and shows the sign-in page again. */
	@PostMapping(LOGIN + "/sign-out")
	ModelAndView signOut(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		if (browserUser != null) {
			this.endBrowserSession.end(browserUser, clientDevice, response);
		}
		this.pendingSecondFactor.forget(response);
		return SeeOtherRedirect
			.to(Continuation.parse(next).map((to) -> to.through(LOGIN)).orElse("/oauth2/signed-out"));
	}

	@GetMapping("/oauth2/signed-out")
	String signedOut() {
		return "oauth/signed-out";
	}

	private ModelAndView finish(Opened opened, Optional<Continuation> to, HttpServletResponse response) {
		this.sessionCookies.set(opened, response);
		return SeeOtherRedirect.to(to.orElse(Continuation.APPS).address());
	}

	private ModelAndView page(Optional<Continuation> to, HttpServletResponse response) {
		return this.pages.page("oauth/login", to, response);
	}

	private ModelAndView codePage(Optional<Continuation> to, HttpServletResponse response) {
		return this.pages.page("oauth/code", to, response);
	}

	private static String loginPage(Optional<Continuation> to) {
		return to.map((address) -> address.through(LOGIN)).orElse(LOGIN);
	}

}
