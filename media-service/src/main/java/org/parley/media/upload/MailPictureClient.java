package org.parley.media.upload;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.runtime.http.RestClients;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Fetches the pictures of mails from webhook-service, which has received them. */
@Component
class MailPictureClient {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	/** webhook-service may read a mail of 25 MB for it. */
	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final RestClient http;

	/** Fetches them at an address, to which their source is added. */
	MailPictureClient(@Value("${parley.media.mail-pictures}") String address) {
		this.http = RestClients.builder(CONNECT_TIMEOUT, TIMEOUT).baseUrl(address).build();
	}

	/**
	 * Fetches a picture; empty if it no longer exists.
	 * @throws RefusalException 503 {@code service.unavailable} if webhook-service does
	 * not answer
	 */
	Optional<ResponseEntity<byte[]>> fetch(SealedEventSecret source) {
		try {
			return Optional.of(this.http.get().uri("/{source}", source.jwe()).retrieve().toEntity(byte[].class))
				.filter((picture) -> size(picture.getBody()) > 0);
		}
		catch (NotFound ex) {
			return Optional.empty();
		}
		catch (ResourceAccessException | HttpServerErrorException ex) {
			throw RefusalException.later(RefusalKind.UNAVAILABLE, "service.unavailable",
					"The mails are not available now.", Duration.ofSeconds(1));
		}
	}

	private static int size(byte @Nullable [] bytes) {
		return (bytes != null) ? bytes.length : 0;
	}

}
