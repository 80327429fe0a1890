package org.parley.platform.security.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
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
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts to URLs that others have chosen: only to the public Internet, without following
 * redirects, with limits on time and response size.
 */
public final class PublicHttpClient implements AutoCloseable {

	private static final int MAX_RESPONSE_BYTES = 8 * 1024;

	private static final int CONNECTIONS = 1_000;

	/** Headers are in memory as a whole, and have no limits otherwise. */
	private static final Http1Config HEADERS = Http1Config.custom()
		.setMaxHeaderCount(100)
		.setMaxLineLength(16 * 1024)
		.build();

	private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

	private final CloseableHttpClient client;

	private final ScheduledExecutorService deadlines = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("http-deadlines").factory());

	private final Duration timeout;

	public PublicHttpClient(PublicHttpSettings settings) {
		this(settings, SystemDefaultDnsResolver.INSTANCE);
	}

	PublicHttpClient(PublicHttpSettings settings, DnsResolver names) {
		this.timeout = settings.timeout();
		this.client = open(settings, names);
	}

	/** Opens a client with these limits, for libraries that bring their own requests. */
	public static CloseableHttpClient open(PublicHttpSettings settings) {
		return open(settings, SystemDefaultDnsResolver.INSTANCE);
	}

	private static CloseableHttpClient open(PublicHttpSettings settings, DnsResolver names) {
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(settings.allowPrivateAddresses() ? names : new PublicAddressResolver(names))
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(settings.connectTimeout()))
				.setSocketTimeout(Timeout.of(settings.timeout()))
				.build())
			.build();
		return HttpClients.custom()
			.setConnectionManager(connections)
			.setDefaultRequestConfig(RequestConfig.custom()
				.setResponseTimeout(Timeout.of(settings.timeout()))
				.setConnectionRequestTimeout(Timeout.of(settings.timeout()))
				.setProtocolUpgradeEnabled(false)
				.build())
			.setUserAgent(settings.userAgent())
			.disableAuthCaching()
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	/** Posts JSON; every failure becomes an outcome. */
	public HttpOutcome post(URI address, Map<String, String> headers, byte[] body) {
		var start = System.nanoTime();
		var request = new HttpPost(address);
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		var timedOut = new AtomicBoolean();
		var deadline = this.deadlines.schedule(() -> {
			timedOut.set(true);
			request.abort();
		}, this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		var partial = new AtomicReference<@Nullable HttpOutcome>();
		try {
			return this.client.execute(request, (answer) -> {
				partial.set(new HttpOutcome(answer.getCode(), null, retryAfter(answer), null, since(start)));
				return outcome(request, answer, start);
			});
		}
		catch (IOException | RuntimeException ex) {
			return Objects.requireNonNullElseGet(partial.get(), () -> new HttpOutcome(null, null, null,
					timedOut.get() ? "The request timed out" : reason(ex), since(start)));
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

	/** Aborts the request after the maximal response size. */
	private static HttpOutcome outcome(HttpPost request, ClassicHttpResponse answer, long start) throws IOException {
		var entity = answer.getEntity();
		var body = (entity != null) ? entity.getContent().readNBytes(MAX_RESPONSE_BYTES) : new byte[0];
		if (body.length == MAX_RESPONSE_BYTES) {
			request.abort();
		}
		return new HttpOutcome(answer.getCode(), beginning(body), retryAfter(answer), null, since(start));
	}

	private static String beginning(byte[] body) {
		return new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
	}

	/** Seconds, or a date of the endpoint's clock, which its {@code Date} tells. */
	private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
		var header = answer.getFirstHeader("Retry-After");
		if (header == null || header.getValue() == null) {
			return null;
		}
		var value = header.getValue();
		var wait = value.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, answer);
		return (wait == null || wait.compareTo(MAX_RETRY_AFTER) < 0) ? wait : MAX_RETRY_AFTER;
	}

	private static @Nullable Duration until(String date, ClassicHttpResponse answer) {
		var end = DateUtils.parseStandardDate(date);
		var now = Objects.requireNonNullElseGet(DateUtils.parseStandardDate(answer, "Date"),
				() -> InstantSource.system().instant());
		return (end != null && end.isAfter(now)) ? Duration.between(now, end) : null;
	}

	private static String reason(Exception failure) {
		return switch (failure) {
			case ForbiddenAddressException _ -> "The host resolves to an address outside the public Internet";
			case UnknownHostException _ -> "The host is unknown";
			case ConnectTimeoutException _ -> "The connection timed out";
			case SocketTimeoutException _ -> "The response timed out";
			case SSLException _ -> "The TLS connection failed";
			default -> "There was no response";
		};
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/**
	 * Resolves host names to public addresses. The client connects to exactly these
	 * addresses, which prevents DNS rebinding. One forbidden address refuses the host
	 * name.
	 */
	static final class PublicAddressResolver implements DnsResolver {

		private final DnsResolver names;

		PublicAddressResolver(DnsResolver names) {
			this.names = names;
		}

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			var addresses = this.names.resolve(host);
			if (!Arrays.stream(addresses).allMatch(AddressRules::isPublic)) {
				throw new ForbiddenAddressException();
			}
			return addresses;
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
