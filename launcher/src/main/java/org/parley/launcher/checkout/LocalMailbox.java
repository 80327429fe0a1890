package org.parley.launcher.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.parley.launcher.process.ProcessSpec;

import tools.jackson.databind.json.JsonMapper;

/**
 * The mailbox of a checkout, where all mail of {@code ./parley up} ends.
 */
public final class LocalMailbox {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final int port;

	private LocalMailbox(int port) {
		this.port = port;
	}

	/**
	 * Finds it.
	 * @throws LauncherException when there is none
	 */
	public static LocalMailbox of(Checkout checkout) {
		var port = checkout.ports().known().get(ProcessSpec.MAILBOX);
		if (port == null || !checkout.parts().mailbox()) {
			throw new LauncherException(
					"There is no mailbox: ./parley up starts one, unless PARLEY_SMTP_HOST names a mail server.");
		}
		return new LocalMailbox(port);
	}

	/**
	 * Returns what has come for an address, newest first; for all when it is empty.
	 */
	public List<Mail> mails(String address) {
		var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mails?to=%s".formatted(this.port, to)))
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			return List
				.of(JsonMapper.shared().readValue(HTTP.send(request, BodyHandlers.ofString()).body(), Mail[].class));
		}
		catch (IOException ex) {
			throw new LauncherException("The mailbox does not run: ./parley up");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

	/**
	 * A mail that came.
	 *
	 * @param to where it went
	 * @param subject in one line
	 * @param text for those who read no HTML
	 * @param html the same
	 * @param links where the HTML leads, in its order
	 * @param messageId its own name, the same when it is sent again
	 * @param date when it was written
	 */
	public record Mail(String to, String subject, String text, String html, List<String> links, String messageId,
			String date) {
	}

}
