package org.parley.webhook.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that others have chosen: to the public Internet only, without
 * following where they point to, with little patience and less appetite.
 */
public class WebhookHttpClient implements AutoCloseable {

	private static final int APPETITE = 8 * 1024;

	private static final int CONNECTIONS = 1_000;

	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	private final CloseableHttpClient client;

	private final ScheduledExecutorService deadlines = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

	private final Duration timeout;

	WebhookHttpClient(WebhookHttpSettings settings, DnsResolver names) {
		this.timeout = settings.timeout();
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(settings.allowPrivateAddresses() ? names : new PublicAddressResolver(names))
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(settings.connectTimeout()))
				.setSocketTimeout(Timeout.of(settings.timeout()))
				.build())
			.build();
		this.client = HttpClients.custom()
			.setConnectionManager(connections)
			.setDefaultRequestConfig(RequestConfig.custom()
				.setResponseTimeout(Timeout.of(settings.timeout()))
				.setConnectionRequestTimeout(Timeout.of(settings.timeout()))
				.setProtocolUpgradeEnabled(false)
				.build())
			.setUserAgent("Parley-Webhooks/1.0")
			.disableAuthCaching()
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	/** Posts JSON, and tells what came of it, whatever that is. */
	public HttpOutcome post(URI address, Map<String, String> headers, byte[] body) {
		var start = System.nanoTime();
		var request = new HttpPost(address);
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		var late = new AtomicBoolean();
		var deadline = this.deadlines.schedule(() -> {
			late.set(true);
			request.abort();
		}, this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		var known = new AtomicReference<@Nullable HttpOutcome>();
		try {
			return this.client.execute(request, (answer) -> {
				known.set(new HttpOutcome(answer.getCode(), null, retryAfter(answer), null, since(start)));
				return outcome(request, answer, start);
			});
		}
		catch (IOException | RuntimeException ex) {
			return Objects.requireNonNullElseGet(known.get(), () -> new HttpOutcome(null, null, null,
					late.get() ? "It took too long" : reason(ex), since(start)));
		}
		finally {
			deadline.cancel(false);
		}
	}

	@Override
	public void close() throws IOException {
		this.deadlines.shutdownNow();
		this.client.close();
	}

	/** What is longer than we want to read is not read to its end either. */
	private static HttpOutcome outcome(HttpPost request, ClassicHttpResponse answer, long start) throws IOException {
		var entity = answer.getEntity();
		var body = (entity != null) ? entity.getContent().readNBytes(APPETITE) : new byte[0];
		if (body.length == APPETITE) {
			request.abort();
		}
		return new HttpOutcome(answer.getCode(), beginning(body), retryAfter(answer), null, since(start));
	}

	private static String beginning(byte[] body) {
		return new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
	}

	/** In seconds only: dates would need the other's clock to be right. */
	private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
		var header = answer.getFirstHeader("Retry-After");
		if (header == null || header.getValue() == null || !header.getValue().matches("[0-9]{1,6}")) {
			return null;
		}
		var wait = Duration.ofSeconds(Long.parseLong(header.getValue()));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

	private static String reason(Exception failure) {
		return switch (failure) {
			case ForbiddenAddressException _ -> "The address is not one of the public Internet";
			case UnknownHostException _ -> "The name of the host is not known";
			case ConnectTimeoutException _ -> "The connection took too long";
			case SocketTimeoutException _ -> "The answer took too long";
			case SSLException _ -> "The connection is not secure";
			default -> "There was no answer";
		};
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
