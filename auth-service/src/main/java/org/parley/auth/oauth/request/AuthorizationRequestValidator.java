package org.parley.auth.oauth.request;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.once.DPoPProof;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.oauth.person.IdTokenHints;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Validates authorization requests: first the parameters of the app, then the user of the
 * browser.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID
 * Connect Core, 3.1.2.1</a>
 */
@Component
public class AuthorizationRequestValidator implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

	private static final String HINT = "id_token_hint";

	private static final String THUMBPRINT = "([A-Za-z0-9_-]{43})?";

	private final BrowserUsers browserUsers;

	private final SignInRedirect signInRedirect;

	private final IdTokenHints idTokenHints;

	AuthorizationRequestValidator(BrowserUsers browserUsers, SignInRedirect signInRedirect, IdTokenHints idTokenHints) {
		this.browserUsers = browserUsers;
		this.signInRedirect = signInRedirect;
		this.idTokenHints = idTokenHints;
	}

	/**
	 * Whether the user must consent: to new scopes, and every time to apps whose redirect
	 * URI does not prove their identity (RFC 8252, 8.6).
	 */
	public static boolean requiresConsent(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		var request = Objects.requireNonNull(context.getAuthorizationRequest());
		if (prompts(request.getAdditionalParameters()).contains("consent")
				|| isOnDevice(context.getRegisteredClient(), request.getRedirectUri())) {
			return true;
		}
		var given = context.getAuthorizationConsent();
		return context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()
				&& (given == null || !given.getScopes().containsAll(request.getScopes()));
	}

	/** Any program of the device may receive redirects to such a URI. */
	private static boolean isOnDevice(RegisteredClient app, @Nullable String redirect) {
		return AppSettings.has(app, AppSettings.NATIVE) && (redirect == null || !redirect.startsWith("https:"));
	}

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		var request = context.<OAuth2AuthorizationCodeRequestAuthenticationToken>getAuthentication();
		var redirect = RedirectUriValidator.of(request.getRedirectUri(), context.getRegisteredClient());
		if (redirect == null) {
			throw failure(request, null, OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri");
		}
		checkApp(context, request, redirect);
		if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken)) {
			checkUser(request, redirect);
		}
	}

	static void checkApp(OAuth2AuthorizationCodeRequestAuthenticationContext context,
			OAuth2AuthorizationCodeRequestAuthenticationToken request, String redirect) {
		var scopes = request.getScopes();
		if (scopes.isEmpty() || !context.getRegisteredClient().getScopes().containsAll(scopes)) {
			throw failure(request, redirect, OAuth2ErrorCodes.INVALID_SCOPE,
					"The scope is missing, or the client may not request it.");
		}
		var parameters = request.getAdditionalParameters();
		if (parameters.containsKey("request")) {
			throw failure(request, redirect, "request_not_supported", "The parameter request is not supported.");
		}
		checkChallenge(context.getRegisteredClient(), request, redirect);
		require(isResponseMode(text(parameters, "response_mode"), context.getRegisteredClient()),
				"response_mode must be query, or form_post if the client may use it.", request, redirect);
		require(text(parameters, "max_age").matches("\\d{0,9}"), "max_age must be a number of seconds.", request,
				redirect);
		require(text(parameters, DPoPProof.THUMBPRINT).matches(THUMBPRINT),
				DPoPProof.THUMBPRINT + " must be the SHA-256 thumbprint of a key.", request, redirect);
		var prompts = prompts(parameters);
		require(!prompts.contains("none") || prompts.size() == 1, "prompt=none excludes other values.", request,
				redirect);
	}

	/** A client with a secret may do without if an administrator allows it. */
	private static void checkChallenge(RegisteredClient app, OAuth2AuthorizationCodeRequestAuthenticationToken request,
			String redirect) {
		var challenge = text(request.getAdditionalParameters(), "code_challenge");
		var method = text(request.getAdditionalParameters(), "code_challenge_method");
		if (challenge.isEmpty() && method.isEmpty() && request.getScopes().contains("openid")
				&& AppSettings.has(app, AppSettings.PKCE_OPTIONAL)) {
			return;
		}
		require(challenge.matches(CHALLENGE),
				"code_challenge is required. It must be the SHA-256 hash of the verifier in base64url.", request,
				redirect);
		require(method.equals("S256"), "code_challenge_method must be S256.", request, redirect);
	}

	private static boolean isResponseMode(String mode, RegisteredClient app) {
		return Set.of("", "query").contains(mode)
				|| (mode.equals(AppAnswer.FORM_POST) && AppSettings.has(app, AppSettings.FORM_POST));
	}

	private void checkUser(OAuth2AuthorizationCodeRequestAuthenticationToken request, String redirect) {
		var silent = prompts(request.getAdditionalParameters()).contains("none");
		if (!(request.getPrincipal() instanceof BrowserUser browserUser)) {
			throw silent ? loginRequired(request, redirect, "The user is not signed in.")
					: new SignInRequiredException(requiresRecentSignIn(request.getAdditionalParameters()));
		}
		if (mustSignInAgain(browserUser, request)) {
			throw silent ? loginRequired(request, redirect, "The user must sign in again.")
					: new SignInRequiredException(true);
		}
		if (isOther(browserUser, request, silent)) {
			throw (silent || this.signInRedirect.isDone(currentRequest(), browserUser))
					? loginRequired(request, redirect, "The user is not known to be that of id_token_hint.")
					: new SignInRequiredException(true);
		}
		if (this.browserUsers.findAdmitted(browserUser.getName(), request.getScopes()).isEmpty()) {
			throw failure(request, redirect, OAuth2ErrorCodes.ACCESS_DENIED,
					"The user may not grant access at the moment.");
		}
	}

	/**
	 * Whether the app expects another user. Nobody is asked during a silent request, so
	 * there a hint that cannot be read any more may be one of another user.
	 */
	private boolean isOther(BrowserUser browserUser, OAuth2AuthorizationCodeRequestAuthenticationToken request,
			boolean silent) {
		var hint = text(request.getAdditionalParameters(), HINT);
		return !hint.isEmpty() && this.idTokenHints.subjectOf(hint, request.getClientId())
			.map((expected) -> !expected.equals(browserUser.getName()))
			.orElse(silent);
	}

	/** Whether the app requires a new or recent sign-in. */
	private static boolean requiresRecentSignIn(Map<String, Object> parameters) {
		return prompts(parameters).contains("login") || !text(parameters, "max_age").isEmpty();
	}

	private boolean mustSignInAgain(BrowserUser browserUser,
			OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		var parameters = request.getAdditionalParameters();
		var age = text(parameters, "max_age");
		var demanded = prompts(parameters).contains("login")
				|| (!age.isEmpty() && this.signInRedirect.isOlder(browserUser, Long.parseLong(age)));
		return demanded && !this.signInRedirect.isDone(currentRequest(), browserUser);
	}

	/** The current request; a pushed one lacks the time of the sign-in redirect. */
	private static HttpServletRequest currentRequest() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

	private static Set<String> prompts(Map<String, Object> parameters) {
		return Arrays.stream(text(parameters, "prompt").split(" "))
			.filter((prompt) -> !prompt.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String text(Map<String, Object> parameters, String name) {
		return (parameters.get(name) instanceof String text) ? text : "";
	}

	private static void require(boolean valid, String description,
			OAuth2AuthorizationCodeRequestAuthenticationToken request, String redirect) {
		if (!valid) {
			throw failure(request, redirect, OAuth2ErrorCodes.INVALID_REQUEST, description);
		}
	}

	private static OAuth2AuthorizationCodeRequestAuthenticationException loginRequired(
			OAuth2AuthorizationCodeRequestAuthenticationToken request, String redirect, String description) {
		return failure(request, redirect, "login_required", description);
	}

	static OAuth2AuthorizationCodeRequestAuthenticationException failure(
			OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable String redirect, String code,
			String description) {
		var answered = new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
				request.getClientId(), (Authentication) request.getPrincipal(), redirect, request.getState(),
				request.getScopes(), request.getAdditionalParameters());
		return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, description, null),
				answered);
	}

}
