package org.parley.auth.oauth.page;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.PendingSecondFactor;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.mailed.RedeemSignInCode;
import org.parley.auth.signin.mailed.RedeemSignInCode.Proven;
import org.parley.auth.signin.mailed.SendSignInCode;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.CanonicalMailAddress;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages for signing in with a mailed code. The link in the mail only fills the form in,
 * so a program that reads mails uses no code up.
 */
@Page
class MailedSignInController {

	private static final String REQUEST = BrowserSecurityConfigurer.SIGN_IN + "/mail";

	private static final String CODE = REQUEST + "/code";

	private static final String CONTINUE = "continue";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final SendSignInCode sendCode;

	private final RedeemSignInCode redeemCode;

	private final PageSignIn pageSignIn;

	private final PendingSecondFactor pendingSecondFactor;

	private final SignInPages pages;

	private final MailedSignInCookies cookies;

	MailedSignInController(SendSignInCode sendCode, RedeemSignInCode redeemCode, PageSignIn pageSignIn,
			PendingSecondFactor pendingSecondFactor, SignInPages pages, MailedSignInCookies cookies) {
		this.sendCode = sendCode;
		this.redeemCode = redeemCode;
		this.pageSignIn = pageSignIn;
		this.pendingSecondFactor = pendingSecondFactor;
		this.pages = pages;
		this.cookies = cookies;
	}

	@GetMapping(REQUEST)
	ModelAndView form(@RequestParam(name = CONTINUE, defaultValue = "") String next, HttpServletResponse response) {
		var to = Continuation.parse(next);
		return this.pages.isByMail() ? this.pages.page("oauth/mail", to, response) : otherWays(to);
	}

	@PostMapping(REQUEST)
	ModelAndView send(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "") String email, ClientDevice clientDevice, HttpServletResponse response) {
		var to = Continuation.parse(next);
		if (!this.pages.isByMail()) {
			return otherWays(to);
		}
		var address = email.strip();
		if (CanonicalMailAddress.parse(address).isEmpty()) {
			var page = this.pages.page("oauth/mail", to, response);
			page.setStatus(HttpStatus.BAD_REQUEST);
			return page.addObject("wrong", address);
		}
		var secret = this.sendCode.send(address, to.map(Continuation::address).orElse(""), clientDevice);
		this.cookies.remember(secret, PATIENCE, response);
		return SeeOtherRedirect.to(to.map((page) -> page.through(CODE)).orElse(CODE));
	}

	@GetMapping(CODE)
	ModelAndView codeForm(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(name = "token", defaultValue = "") String code, HttpServletResponse response) {
		return codePage(Continuation.parse(next), code, response);
	}

	@PostMapping(CODE)
	ModelAndView redeem(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(defaultValue = "") String code, @Nullable BrowserUser browserUser, ClientDevice clientDevice,
			HttpServletRequest request, HttpServletResponse response) {
		if (!this.pages.isByMail()) {
			return otherWays(Optional.empty());
		}
		try {
			var proven = this.redeemCode.redeem(this.cookies.secret(request), code, clientDevice);
			this.cookies.forget(response);
			return admit(proven, browserUser, clientDevice, response);
		}
		catch (RefusalException ex) {
			return SignInPages.refused(codePage(Continuation.parse(next), "", response), ex, response);
		}
	}

	private ModelAndView admit(Proven proven, @Nullable BrowserUser browserUser, ClientDevice clientDevice,
			HttpServletResponse response) {
		var to = Continuation.parse(proven.next());
		try {
			this.cookies.start(this.pageSignIn.admit(proven.known(), null, browserUser, clientDevice), response);
			return SeeOtherRedirect.to(to.orElse(Continuation.APPS).address());
		}
		catch (RefusalException ex) {
			return SeeOtherRedirect.to(this.pendingSecondFactor.ask(ex, proven.known(), to, response));
		}
	}

	private ModelAndView codePage(Optional<Continuation> to, String code, HttpServletResponse response) {
		return this.pages.page("oauth/mail-code", to, response).addObject("code", (code.length() <= 8) ? code : "");
	}

	private static ModelAndView otherWays(Optional<Continuation> to) {
		return SeeOtherRedirect.to(to.map((address) -> address.through(BrowserSecurityConfigurer.SIGN_IN))
			.orElse(BrowserSecurityConfigurer.SIGN_IN));
	}

}
