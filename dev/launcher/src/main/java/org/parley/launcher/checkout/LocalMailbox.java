package org.parley.launcher.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;

import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the checkout's mailbox, which receives all mail of {@code ./parley up}.
 */
public final class LocalMailbox {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	/**
	 * The mailbox reads a thousand mails for an answer, on a machine that may be busy.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final int port;

	private LocalMailbox(int port) {
		this.port = port;
	}

	/**
	 * Returns the checkout's mailbox.
	 * @throws LauncherException if there is none
	 */
	public static LocalMailbox of(Checkout checkout) {
		var port = checkout.ports().known().get(ProcessSpec.MAILBOX);
		if (port == null || !checkout.processes().mailbox()) {
			throw new LauncherException("There is no mailbox. ./parley up starts one unless PARLEY_SMTP_HOST is set.");
		}
		return new LocalMailbox(port);
	}

	/**
	 * Returns the mails to an address, newest first; all mails if the address is empty.
	 */
	public List<Mail> mails(String address) {
		var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mails?to=%s".formatted(this.port, to)))
			.timeout(PATIENCE)
			.build();
		try {
			return List
				.of(JsonMapper.shared().readValue(HTTP.send(request, BodyHandlers.ofString()).body(), Mail[].class));
		}
		catch (HttpTimeoutException ex) {
			throw new LauncherException("The mailbox did not answer within a minute.");
		}
		catch (IOException ex) {
			throw new LauncherException("The mailbox is not running. Start it with ./parley up.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

	/**
	 * A received mail.
	 *
	 * @param to the recipient's address
	 * @param text the plain text
	 * @param links the links of the HTML, in order
	 * @param messageId the message id, which stays the same when a mail is sent again
	 * @param replyTo the address for answers; empty if there is none
	 */
	public record Mail(String to, String subject, String text, String html, List<String> links, String messageId,
			String replyTo, String date) {
	}

}
