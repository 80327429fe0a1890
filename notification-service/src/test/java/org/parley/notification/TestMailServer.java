package org.parley.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/** An SMTP server that accepts all mails; tests stop and start it. */
public final class TestMailServer {

	private GreenMail server;

	private final int port;

	TestMailServer() {
		this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
		this.port = this.server.getSmtp().getPort();
	}

	public int port() {
		return this.port;
	}

	/** Stops the server and discards the received mails. */
	public void stop() {
		this.server.stop();
	}

	public void start() {
		this.server = new GreenMail(new ServerSetup(this.port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

	/** The mails to an address, oldest first. */
	public List<Received> receivedBy(String address) {
		return Stream.of(this.server.getReceivedMessages())
			.map(Received::of)
			.filter((mail) -> mail.to().equals(address))
			.toList();
	}

	/** A received mail. */
	public record Received(String to, String subject, String text, String html, String messageId, String unsubscribe,
			String references, String replyTo, Map<String, String> headers) {

		static Received of(MimeMessage message) {
			try {
				return new Received(message.getAllRecipients()[0].toString(), message.getSubject(),
						part(message.getContent(), "text/plain"), part(message.getContent(), "text/html"),
						message.getMessageID(), String.join("", header(message, "List-Unsubscribe")),
						String.join("", header(message, "References")), String.join("", header(message, "Reply-To")),
						headers(message));
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static Map<String, String> headers(MimeMessage message) throws MessagingException {
			var all = new TreeMap<String, String>();
			message.getAllHeaders()
				.asIterator()
				.forEachRemaining((header) -> all.put(header.getName(), header.getValue()));
			return all;
		}

		private static String[] header(MimeMessage message, String name) throws MessagingException {
			var values = message.getHeader(name);
			return (values != null) ? values : new String[0];
		}

		private static String part(Object content, String type) throws MessagingException, IOException {
			if (content instanceof Multipart parts) {
				for (int i = 0; i < parts.getCount(); i++) {
					var found = part(parts.getBodyPart(i), type);
					if (!found.isEmpty()) {
						return found;
					}
				}
			}
			return "";
		}

		private static String part(BodyPart part, String type) throws MessagingException, IOException {
			return part.isMimeType(type) ? String.valueOf(part.getContent()) : part(part.getContent(), type);
		}

	}

}
