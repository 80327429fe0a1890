package org.parley.auth.oauth.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppScope;
import org.parley.auth.oauth.person.BrowserUsers;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * A request without the scopes that this provider does not understand, such as
 * {@code groups} and {@code offline_access}. A known scope that the app may not have
 * stays, and is refused.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID
 * Connect Core, 3.1.2.1</a>
 */
final class KnownScopesRequest extends HttpServletRequestWrapper {

	private final String scope;

	private KnownScopesRequest(HttpServletRequest request, String scope) {
		super(request);
		this.scope = scope;
	}

	/** The request itself if it has no unknown scope, or no known one. */
	static HttpServletRequest of(HttpServletRequest request) {
		var values = request.getParameterValues(OAuth2ParameterNames.SCOPE);
		if (values == null || values.length != 1) {
			return request;
		}
		var requested = List.of(values[0].split(" ", -1));
		var known = requested.stream().filter(KnownScopesRequest::isKnown).collect(Collectors.joining(" "));
		return (known.isEmpty() || requested.stream().allMatch(KnownScopesRequest::isKnown)) ? request
				: new KnownScopesRequest(request, known);
	}

	private static boolean isKnown(String scope) {
		return scope.equals(BrowserUsers.FIRST_PARTY) || AppScope.of(scope).isPresent();
	}

	@Override
	public @Nullable String getParameter(String name) {
		return name.equals(OAuth2ParameterNames.SCOPE) ? this.scope : super.getParameter(name);
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return name.equals(OAuth2ParameterNames.SCOPE) ? new String[] { this.scope } : super.getParameterValues(name);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		var parameters = new HashMap<>(super.getParameterMap());
		parameters.put(OAuth2ParameterNames.SCOPE, new String[] { this.scope });
		return parameters;
	}

}
