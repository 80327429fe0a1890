package org.parley.notification.mail.transport.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailUnconfirmedException;

/** Posts mails to the HTTP API of a provider. */
final class MailApi {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int LONGEST_ANSWER = 64 * 1024;

	private static final int GATEWAY_TIMEOUT = 504;

	/** What is wrong with a mail; all other errors are about the account or the API. */
	private static final Set<Integer> ABOUT_MAIL = Set.of(400, 413, 422);

	private final HttpClient http;

	private final InstantSource clock;

	MailApi(InstantSource clock) {
		this.http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.build();
		this.clock = clock;
	}

	/** Posts a mail. A redirect is an error: the key of the API goes to no other host. */
	void post(URI address, String authorization, String contentType, byte[] body) {
		var request = HttpRequest.newBuilder(address)
			.timeout(TIMEOUT)
			.header("Authorization", authorization)
			.header("Content-Type", contentType)
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		try {
			check(this.http.send(request, MailApi::bodyOf));
		}
		catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException ex) {
			throw new MailServerUnavailableException(ex);
		}
		catch (IOException ex) {
			throw new MailUnconfirmedException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MailUnconfirmedException(ex);
		}
	}

	/**
	 * Only the answer to a refused mail is read: it says why. The mail is refused as well
	 * by a longer one, such as the page of a proxy.
	 */
	private static BodySubscriber<String> bodyOf(ResponseInfo response) {
		if (!ABOUT_MAIL.contains(response.statusCode())) {
			return BodySubscribers.replacing("");
		}
		var answer = new ByteArrayOutputStream();
		return BodySubscribers.mapping(
				BodySubscribers.ofByteArrayConsumer((part) -> part.ifPresent(
						(bytes) -> answer.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - answer.size())))),
				(_) -> answer.toString(StandardCharsets.UTF_8));
	}

	private void check(HttpResponse<String> response) {
		var status = response.statusCode();
		if (status / 100 == 2) {
			return;
		}
		var failure = MailServerUnavailableException.ofStatus(status, pause(response));
		if (ABOUT_MAIL.contains(status)) {
			throw MailRefusedException.ofApi(status, response.body(), failure);
		}
		throw (status == GATEWAY_TIMEOUT) ? new MailUnconfirmedException(failure) : failure;
	}

	/** The wait that the provider asks for, in seconds or until a time. */
	private @Nullable Duration pause(HttpResponse<?> response) {
		var headers = response.headers();
		var seconds = headers.firstValue("Retry-After").map(MailApi::number).orElse(0L);
		var reset = headers.firstValue("X-RateLimit-Reset").map(MailApi::number).orElse(0L);
		var remaining = headers.firstValue("X-RateLimit-Remaining").map(MailApi::number).orElse(0L);
		var until = (reset > 0 && remaining == 0) ? Duration.between(this.clock.instant(), Instant.ofEpochSecond(reset))
				: Duration.ZERO;
		var pause = (seconds > 0) ? Duration.ofSeconds(seconds) : until;
		if (!pause.isPositive()) {
			return null;
		}
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	private static Long number(String value) {
		return value.strip().matches("[0-9]{1,10}") ? Long.valueOf(value.strip()) : Long.valueOf(0);
	}

}
