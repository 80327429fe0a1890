package org.parley.auth.oauth.page;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
import org.parley.auth.oauth.browser.OpeningBrowser;
import org.parley.auth.oauth.browser.OpeningBrowser.Opened;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.passkey.Assertion;
import org.parley.auth.passkey.ShowingPasskey;
import org.parley.auth.signin.LoggingIn;
import org.parley.auth.signin.LoggingIn.Known;
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

	private final LoggingIn loggingIn;

	private final ShowingPasskey passkeys;

	private final OpeningBrowser opening;

	private final JsonMapper json;

	private final Validator validator;

	PageSignIn(LoggingIn loggingIn, ShowingPasskey passkeys, OpeningBrowser opening, JsonMapper json,
			Validator validator) {
		this.loggingIn = loggingIn;
		this.passkeys = passkeys;
		this.opening = opening;
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Whose password it is.
	 * @throws ProblemException as {@link LoggingIn#know} says
	 */
	Known know(String login, String password, Client client) {
		if (login.isEmpty() || password.isEmpty() || login.length() > LONGEST_LOGIN
				|| password.length() > LONGEST_PASSWORD) {
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "auth.bad-credentials", "No account has that.");
		}
		return this.loggingIn.know(login, password, client);
	}

	/**
	 * Lets them in, without or with a code.
	 * @throws ProblemException as {@link LoggingIn#admit} says
	 */
	Opened admit(Known known, @Nullable String code, @Nullable Person before, Client client) {
		var shown = (code == null || code.length() <= LONGEST_CODE) ? code : "";
		return this.loggingIn.admit(known, shown, client, (user) -> this.opening.open(user, before, client));
	}

	/**
	 * Lets in who shows a passkey.
	 * @param credential as the browser's {@code toJSON} writes it
	 * @throws ProblemException as {@link ShowingPasskey#signIn} says
	 */
	Opened admit(String credential, @Nullable Person before, Client client) {
		return this.passkeys.signIn(read(credential), client, (user) -> this.opening.open(user, before, client));
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
