package org.parley.auth.federation.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.parley.auth.federation.provider.FederationSettings;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.platform.security.outbound.PublicHttpSettings;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Clients for the requests to providers: without redirects and private addresses, with
 * limits on time and size, and with a circuit breaker for each provider, so that a dead
 * one costs nobody else anything.
 */
@Component
class ProviderHttpClients implements DisposableBean {

	private static final int LONGEST = 1024 * 1024;

	private final CloseableHttpClient http;

	private final Duration timeout;

	private final ScheduledExecutorService deadlines = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("provider-deadlines").factory());

	private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
		.slidingWindowSize(10)
		.minimumNumberOfCalls(5)
		.waitDurationInOpenState(Duration.ofSeconds(30))
		.build());

	ProviderHttpClients(FederationSettings settings, MeterRegistry meters) {
		this.timeout = settings.timeout();
		this.http = PublicHttpClient.open(new PublicHttpSettings("Parley/1.0", settings.allowPrivateAddresses(),
				settings.connectTimeout(), settings.timeout()));
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.breakers).bindTo(meters);
	}

	/** A client for one provider. */
	RestTemplate of(IdentityProvider provider) {
		return client(provider.id());
	}

	/**
	 * A client for the user info of one provider, which is often optional and at another
	 * host. Its failures do not end the other requests to the provider.
	 */
	RestTemplate ofUserInfo(IdentityProvider provider) {
		return client(provider.id() + ":user-info");
	}

	private RestTemplate client(String breaker) {
		var template = new RestTemplate(new DeadlineRequestFactory());
		template.setInterceptors(List.of(new BreakerInterceptor(this.breakers.circuitBreaker(breaker))));
		return template;
	}

	@Override
	public void destroy() throws IOException {
		this.deadlines.shutdownNow();
		this.http.close();
	}

	/**
	 * Ends requests in time, also those whose answer comes in drips. To end one that is
	 * done has no effect.
	 */
	private final class DeadlineRequestFactory extends HttpComponentsClientHttpRequestFactory {

		DeadlineRequestFactory() {
			super(ProviderHttpClients.this.http);
		}

		@Override
		protected ClassicHttpRequest createHttpUriRequest(HttpMethod method, URI address) {
			var request = new HttpUriRequestBase(method.name(), address);
			var deadline = ProviderHttpClients.this.timeout.toMillis();
			var _ = ProviderHttpClients.this.deadlines.schedule(request::cancel, deadline, TimeUnit.MILLISECONDS);
			return request;
		}

	}

	/** Counts failures of the provider; its refusals are none. */
	private record BreakerInterceptor(CircuitBreaker breaker) implements ClientHttpRequestInterceptor {

		@Override
		public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
			try {
				return this.breaker.executeCallable(() -> read(execution.execute(request, body)));
			}
			catch (CallNotPermittedException ex) {
				throw new ProviderUnavailableException(ex);
			}
			catch (Exception ex) {
				throw new ProviderUnavailableException(ex);
			}
		}

		private static ClientHttpResponse read(ClientHttpResponse response) throws IOException {
			try (response) {
				if (hasFailed(response)) {
					throw new IOException("The provider failed with status " + response.getStatusCode().value());
				}
				var body = response.getBody().readNBytes(LONGEST + 1);
				if (body.length > LONGEST) {
					throw new IOException("The answer is too long");
				}
				return new ReadResponse(response.getStatusCode(), response.getStatusText(), response.getHeaders(),
						body);
			}
		}

		/** GitHub answers 403 when its rate limit is used up. */
		private static boolean hasFailed(ClientHttpResponse response) throws IOException {
			var status = response.getStatusCode();
			var limited = status.isSameCodeAs(HttpStatus.FORBIDDEN)
					&& "0".equals(response.getHeaders().getFirst("x-ratelimit-remaining"));
			return limited || status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
		}

	}

	/** A response that has been read. */
	@SuppressWarnings("ArrayRecordComponent")
	private record ReadResponse(HttpStatusCode status, String text, HttpHeaders headers,
			byte[] content) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return this.status;
		}

		@Override
		public String getStatusText() {
			return this.text;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.content);
		}

		@Override
		public void close() {
			// nothing is open
		}

	}

}
