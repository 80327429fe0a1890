package org.parley.auth.oauth.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.oauth.client.AppScope;
import org.parley.auth.oauth.client.AppTerms;

import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * Client metadata as properties of an app, which {@link AppTerms} validates.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, 2</a>
 */
record RegistrationMetadata(AppTerms terms, String method) {

	private static final String BASIC = "client_secret_basic";

	private static final String NONE = "none";

	private static final Set<String> BY_SECRET = Set.of(BASIC, "client_secret_post");

	private static final String METHOD = "token_endpoint_auth_method";

	private static final String CODE = AuthorizationGrantType.AUTHORIZATION_CODE.getValue();

	private static final String REFRESH = AuthorizationGrantType.REFRESH_TOKEN.getValue();

	private static final String SERVICE = AuthorizationGrantType.CLIENT_CREDENTIALS.getValue();

	private static final String DEVICE = AuthorizationGrantType.DEVICE_CODE.getValue();

	/**
	 * Converts client metadata.
	 * @param scopes default scopes
	 * @throws RefusedMetadataException about the invalid property
	 */
	static RegistrationMetadata of(RegistrationJson registrationJson, List<String> scopes) {
		UnsupportedMetadata.refuse(registrationJson);
		var method = registrationJson.text(METHOD);
		var kind = kind(registrationJson, method);
		requireResponse(registrationJson, kind);
		return new RegistrationMetadata(terms(registrationJson, kind, scopes), method(kind, method));
	}

	private static AppKind kind(RegistrationJson registrationJson, @Nullable String method) {
		var grants = new HashSet<>(registrationJson.texts("grant_types", List.of(CODE)));
		var refreshed = grants.remove(REFRESH);
		if (grants.equals(Set.of(CODE))) {
			return isPublic(registrationJson, method) ? AppKind.NATIVE : AppKind.WEB;
		}
		if (grants.equals(Set.of(DEVICE))) {
			return AppKind.DEVICE;
		}
		if (grants.equals(Set.of(SERVICE)) && !refreshed) {
			return AppKind.SERVICE;
		}
		throw RefusedMetadataException.about("grant_types", "must be one of %s, %s, %s".formatted(CODE, SERVICE, DEVICE)
				+ ", and %s with the first or last".formatted(REFRESH));
	}

	/** Whether it is a public client. */
	private static boolean isPublic(RegistrationJson registrationJson, @Nullable String method) {
		var type = registrationJson.text("application_type");
		if (type != null && !Set.of("web", "native").contains(type)) {
			throw RefusedMetadataException.about("application_type", "must be web or native");
		}
		return (method != null) ? method.equals(NONE) : "native".equals(type);
	}

	private static String method(AppKind kind, @Nullable String method) {
		var known = kind.hasSecret() ? BY_SECRET : Set.of(NONE);
		if (method == null) {
			return kind.hasSecret() ? BASIC : NONE;
		}
		if (!known.contains(method)) {
			throw RefusedMetadataException.about(METHOD, "must be %s for this app"
				.formatted(kind.hasSecret() ? "client_secret_basic or client_secret_post" : NONE));
		}
		return method;
	}

	private static void requireResponse(RegistrationJson registrationJson, AppKind kind) {
		var known = responseTypes(kind);
		if (!registrationJson.texts("response_types", known).equals(known)) {
			throw RefusedMetadataException.about("response_types",
					kind.hasRedirectUris() ? "must be code" : "must be empty for this app");
		}
	}

	/** Response types of a kind. */
	static List<String> responseTypes(AppKind kind) {
		return kind.hasRedirectUris() ? List.of("code") : List.of();
	}

	/** Ignores unknown scopes like a request of the app does, if a known one is left. */
	private static List<String> known(String scope) {
		var requested = List.of(scope.strip().split(" +", -1));
		var known = requested.stream().filter((name) -> AppScope.of(name).isPresent()).distinct().toList();
		return known.isEmpty() ? requested : known;
	}

	private static AppTerms terms(RegistrationJson registrationJson, AppKind kind, List<String> scopes) {
		var name = registrationJson.text("client_name");
		if (name == null) {
			throw RefusedMetadataException.about("client_name", "is required");
		}
		var scope = registrationJson.text("scope");
		return new AppTerms(name, "", registrationJson.text("client_uri"), registrationJson.text("logo_uri"), kind,
				registrationJson.texts("redirect_uris", List.of()),
				registrationJson.texts("post_logout_redirect_uris", List.of()), (scope != null) ? known(scope) : scopes,
				registrationJson.flag("dpop_bound_access_tokens"),
				registrationJson.flag("require_pushed_authorization_requests"));
	}

}
