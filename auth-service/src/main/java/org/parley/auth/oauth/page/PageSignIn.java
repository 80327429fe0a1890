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
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Starts sessions at our pages by the rules of the API. */
@Component
class PageSignIn {

	private static final int LONGEST_CODE = 32;

	private final SignInWithPassword signInWithPassword;

	private final SignInWithPasskey signInWithPasskey;

	private final StartBrowserSession startBrowserSession;

	private final JsonMapper json;

	private final Validator validator;

	PageSignIn(SignInWithPassword signInWithPassword, SignInWithPasskey signInWithPasskey,
			StartBrowserSession startBrowserSession, JsonMapper json, Validator validator) {
		this.signInWithPassword = signInWithPassword;
		this.signInWithPasskey = signInWithPasskey;
		this.startBrowserSession = startBrowserSession;
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Verifies the password.
	 * @throws RefusalException as {@link SignInWithPassword#verifyPassword}
	 */
	Known verifyPassword(String login, String password, ClientDevice clientDevice) {
		return this.signInWithPassword.verifyPassword(login, password, clientDevice);
	}

	/**
	 * Starts a session, with a code if the account has a second factor.
	 * @throws RefusalException as {@link SignInWithPassword#admit}
	 */
	Opened admit(Known known, @Nullable String code, @Nullable BrowserUser previous, ClientDevice clientDevice) {
		var shown = (code == null || code.length() <= LONGEST_CODE) ? code : "";
		return this.signInWithPassword.admit(known, shown, clientDevice,
				(user) -> this.startBrowserSession.open(user, previous, clientDevice, known.provenAt()));
	}

	/**
	 * Starts a session with a passkey.
	 * @throws RefusalException as {@link SignInWithPasskey#signIn}
	 */
	Opened admit(String credential, @Nullable BrowserUser previous, ClientDevice clientDevice) {
		return this.signInWithPasskey.signIn(read(credential), clientDevice,
				(user) -> this.startBrowserSession.open(user, previous, clientDevice, null));
	}

	private Assertion read(String credential) {
		try {
			var assertion = this.json.readValue(credential, Assertion.class);
			if (assertion != null && this.validator.validate(assertion).isEmpty()) {
				return assertion;
			}
		}
		catch (JacksonException ex) {
			// malformed, refused below
		}
		throw new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.passkey-refused", "The passkey is malformed.");
	}

}
