package org.parley.platform.runtime.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The server and the certificates of Spring's own connections, for other clients of
 * Lettuce.
 *
 * @param uri the address, with the credentials
 * @param sslOptions the certificates, which count if the address is one with TLS
 */
public record LettuceConnectionDetails(RedisURI uri, SslOptions sslOptions) {

	/** Returns what the connections to a standalone server use. */
	public static LettuceConnectionDetails of(LettuceConnectionFactory connections) {
		var sslOptions = connections.getClientConfiguration()
			.getClientOptions()
			.map(ClientOptions::getSslOptions)
			.orElseGet(SslOptions::create);
		return new LettuceConnectionDetails(uri(connections), sslOptions);
	}

	private static RedisURI uri(LettuceConnectionFactory connections) {
		var server = connections.getStandaloneConfiguration();
		var uri = RedisURI.builder()
			.withHost(server.getHostName())
			.withPort(server.getPort())
			.withDatabase(server.getDatabase())
			.withSsl(connections.isUseSsl());
		server.getPassword().toOptional().ifPresent((password) -> {
			if (server.getUsername() != null) {
				uri.withAuthentication(server.getUsername(), password);
			}
			else {
				uri.withPassword(password);
			}
		});
		return uri.build();
	}

}
