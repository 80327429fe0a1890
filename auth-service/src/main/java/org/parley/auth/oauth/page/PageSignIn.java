package org.parley.auth.oauth.page;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.StartBrowserSession;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.SignInWithPassword;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.signin.passkey.SignInWithPasskey;
import org.parley.auth.signin.passkey.webauthn.Assertion;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Begins a session at our pages, by the same rules as anywhere else. */
@Component
class PageSignIn {

	private static final int LONGEST_LOGIN = 254;

	private static final int LONGEST_PASSWORD = 256;

	private static final int LONGEST_CODE = 32;

	private final SignInWithPassword signInWithPassword;

	private final SignInWithPasskey passkeys;

	private final StartBrowserSession opening;

	private final JsonMapper json;

	private final Validator validator;

	PageSignIn(SignInWithPassword signInWithPassword, SignInWithPasskey passkeys, StartBrowserSession opening,
			JsonMapper json, Validator validator) {
		this.signInWithPassword = signInWithPassword;
		this.passkeys = passkeys;
		this.opening = opening;
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Whose password it is.
	 * @throws ProblemException as {@link SignInWithPassword#know} says
	 */
	Known know(String login, String password, ClientDevice clientDevice) {
		if (login.isEmpty() || password.isEmpty() || login.length() > LONGEST_LOGIN
				|| password.length() > LONGEST_PASSWORD) {
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "auth.bad-credentials", "No account has that.");
		}
		return this.signInWithPassword.verifyPassword(login, password, clientDevice);
	}

	/**
	 * Lets them in, without or with a code.
	 * @throws ProblemException as {@link SignInWithPassword#admit} says
	 */
	Opened admit(Known known, @Nullable String code, @Nullable BrowserUser before, ClientDevice clientDevice) {
		var shown = (code == null || code.length() <= LONGEST_CODE) ? code : "";
		return this.signInWithPassword.admit(known, shown, clientDevice,
				(user) -> this.opening.open(user, before, clientDevice));
	}

	/**
	 * Lets in who shows a passkey.
	 * @param credential as the browser's {@code toJSON} writes it
	 * @throws ProblemException as {@link SignInWithPasskey#signIn} says
	 */
	Opened admit(String credential, @Nullable BrowserUser before, ClientDevice clientDevice) {
		return this.passkeys.signIn(read(credential), clientDevice,
				(user) -> this.opening.open(user, before, clientDevice));
	}

	private Assertion read(String credential) {
		try {
			var assertion = this.json.readValue(credential, Assertion.class);
			if (assertion != null && this.validator.validate(assertion).isEmpty()) {
				return assertion;
			}
		}
		catch (JacksonException ex) {
			// Nothing that a browser of ours would send.
		}
		throw new ProblemException(HttpStatus.UNAUTHORIZED, "auth.passkey-refused", "That is no passkey.");
	}

}
