package org.parley.auth.federation.protocol;

import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * Adds the primary mail address to a user of GitHub, whose profile only has the address
 * that they show to everyone.
 *
 * @see <a href="https://docs.github.com/en/rest/users/emails">GitHub: REST API for
 * emails</a>
 */
final class GitHubUserService implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

	private static final ParameterizedTypeReference<List<Address>> ADDRESSES = new ParameterizedTypeReference<>() {
	};

	private final OAuth2UserService<OAuth2UserRequest, OAuth2User> profiles;

	private final RestOperations http;

	GitHubUserService(OAuth2UserService<OAuth2UserRequest, OAuth2User> profiles, RestOperations http) {
		this.profiles = profiles;
		this.http = http;
	}

	@Override
	public OAuth2User loadUser(OAuth2UserRequest request) {
		var profile = this.profiles.loadUser(request);
		var attributes = new HashMap<String, Object>(profile.getAttributes());
		attributes.remove("email");
		addresses(request).stream().filter(Address::primary).findFirst().ifPresent((address) -> {
			attributes.put("email", address.email());
			attributes.put("email_verified", address.verified());
		});
		return new DefaultOAuth2User(profile.getAuthorities(), attributes, "id");
	}

	private List<Address> addresses(OAuth2UserRequest request) {
		var details = request.getClientRegistration().getProviderDetails().getUserInfoEndpoint();
		var token = request.getAccessToken().getTokenValue();
		try {
			var addresses = this.http
				.exchange(RequestEntity.get(details.getUri() + "/emails")
					.headers((headers) -> headers.setBearerAuth(token))
					.accept(MediaType.APPLICATION_JSON)
					.build(), ADDRESSES)
				.getBody();
			return (addresses != null) ? addresses : List.of();
		}
		catch (RestClientException ex) {
			throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), ex);
		}
	}

	/**
	 * A mail address of a user of GitHub.
	 *
	 * @param primary whether it is the one for notifications
	 */
	private record Address(@Nullable String email, boolean primary, boolean verified) {
	}

}
