package org.parley.platform.ai;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.parley.platform.runtime.http.RestClients;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends single requests to the provider. Follows no redirects. */
public final class ModelHttpClient {

	private static final int MAX_RESPONSE_BYTES = 256 * 1024;

	private final RestClient http;

	public ModelHttpClient(ModelProviderSettings provider, Duration readTimeout) {
		this.http = RestClients.builder(provider.connectTimeout(), readTimeout)
			.baseUrl(provider.url())
			.defaultHeaders((headers) -> {
				if (!provider.key().isBlank()) {
					headers.setBearerAuth(provider.key());
				}
				headers.set(HttpHeaders.USER_AGENT, "parley");
				headers.setAccept(List.of(MediaType.APPLICATION_JSON));
			})
			.build();
	}

	/**
	 * Sends JSON to a path below the base URL, and returns the body of the response, of
	 * at most 256 KiB.
	 * @throws ModelCallException when the provider gives no such response
	 */
	public byte[] post(String path, byte[] json) {
		try {
			return this.http.post()
				.uri(path)
				.contentType(MediaType.APPLICATION_JSON)
				.body(json)
				.exchangeForRequiredValue((_, response) -> read(response));
		}
		catch (ResourceAccessException ex) {
			throw new ModelCallException(isTimeout(ex) ? ModelCallOutcome.SLOW : ModelCallOutcome.FAILED, ex);
		}
		catch (RestClientException ex) {
			throw new ModelCallException(ModelCallOutcome.MALFORMED, ex);
		}
	}

	private static byte[] read(ClientHttpResponse response) throws IOException {
		var status = response.getStatusCode();
		if (!status.is2xxSuccessful()) {
			throw new ModelCallException(outcome(status), retryAfter(response.getHeaders()));
		}
		var body = response.getBody().readNBytes(MAX_RESPONSE_BYTES + 1);
		if (body.length > MAX_RESPONSE_BYTES) {
			throw new ModelCallException(ModelCallOutcome.MALFORMED);
		}
		return body;
	}

	private static ModelCallOutcome outcome(HttpStatusCode status) {
		return switch (status.value()) {
			case 429 -> ModelCallOutcome.THROTTLED;
			case 400, 413, 422 -> ModelCallOutcome.UNFIT;
			default -> status.is5xxServerError() ? ModelCallOutcome.FAILED : ModelCallOutcome.REFUSED;
		};
	}

	/** Parses seconds. A date is ignored. */
	private static Duration retryAfter(HttpHeaders headers) {
		var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		return (value != null && value.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
	}

	private static boolean isTimeout(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case TimeoutException _ -> true;
			case SocketTimeoutException _ -> true;
			case HttpTimeoutException _ -> true;
			default -> isTimeout(failure.getCause());
		};
	}

}
