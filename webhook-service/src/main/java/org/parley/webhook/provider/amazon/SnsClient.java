package org.parley.webhook.provider.amazon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;

/**
 * Requests to Amazon SNS, whose addresses stand in messages and must be Amazon's.
 */
class SnsClient {

	/** The addresses of certificates, in all regions and China. */
	static final Pattern CERTIFICATES = Pattern.compile(
			"https://sns\\.[a-z0-9-]{1,30}\\.amazonaws\\.com(?:\\.cn)?/SimpleNotificationService-[0-9a-f]{1,64}\\.pem");

	/** The addresses that confirm a subscription. */
	static final Pattern CONFIRMATIONS = Pattern.compile(
			"https://sns\\.[a-z0-9-]{1,30}\\.amazonaws\\.com(?:\\.cn)?/\\?Action=ConfirmSubscription&[!-~]{1,2000}");

	private static final int LARGEST = 32 * 1024;

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(TIMEOUT)
		.followRedirects(Redirect.NEVER)
		.build();

	private final Pattern certificates;

	private final Pattern confirmations;

	SnsClient(Pattern certificates, Pattern confirmations) {
		this.certificates = certificates;
		this.confirmations = confirmations;
	}

	boolean isCertificate(String address) {
		return this.certificates.matcher(address).matches();
	}

	boolean isConfirmation(String address) {
		return this.confirmations.matcher(address).matches();
	}

	/**
	 * Gets the beginning of a document.
	 * @throws IOException if there is no answer in time, or another than 200
	 */
	byte[] get(String address) throws IOException {
		try {
			var answer = this.client.send(HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build(),
					BodyHandlers.ofInputStream());
			try (var body = answer.body()) {
				if (answer.statusCode() != HttpStatus.OK.value()) {
					throw new IOException("Amazon SNS answers " + answer.statusCode());
				}
				return body.readNBytes(LARGEST);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

}
