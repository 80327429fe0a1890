package org.parley.realtime.personaltoken;

import java.util.Map;
import java.util.Objects;

import org.parley.platform.runtime.http.RestClients;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Exchanges personal access tokens at auth-service. The access token has the scopes of
 * the personal token, ends with it, and has its id as the session.
 */
@Component
@EnableConfigurationProperties(SocketTokenExchangeSettings.class)
public class SocketTokenExchange {

	private final RestClient http;

	SocketTokenExchange(SocketTokenExchangeSettings settings) {
		this.http = RestClients.builder(settings.timeout()).baseUrl(settings.exchange()).build();
	}

	/**
	 * Exchanges a personal token for an access token. Waits for auth-service.
	 * @throws BadJwtException if the token is unknown, was revoked or has expired
	 * @throws JwtException if auth-service does not answer
	 */
	public String exchange(String token) {
		try {
			var exchanged = this.http.post()
				.contentType(MediaType.APPLICATION_JSON)
				.body(Map.of("token", token))
				.retrieve()
				.body(Exchanged.class);
			return Objects.requireNonNull(exchanged, "auth-service sent an empty answer").accessToken();
		}
		catch (HttpClientErrorException ex) {
			throw ex.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
					? new BadJwtException("The personal token is invalid", ex)
					: new JwtException("The personal token could not be exchanged", ex);
		}
		catch (RestClientException ex) {
			throw new JwtException("The personal token could not be exchanged", ex);
		}
	}

	/**
	 * The answer to an exchange.
	 *
	 * @param accessToken a signed JWT
	 */
	private record Exchanged(String accessToken) {

		@Override
		public String toString() {
			return "Exchanged[***]";
		}

	}

}
