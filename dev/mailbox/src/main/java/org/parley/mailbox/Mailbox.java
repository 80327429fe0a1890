package org.parley.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import tools.jackson.databind.json.JsonMapper;

/** Receives mail by SMTP and serves it by HTTP, on loopback only. */
final class Mailbox {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** A laptop that starts everything else at the same time is slow. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final StoredMails mails;

	private final GreenMail smtp;

	private final HttpServer http;

	Mailbox(StoredMails mails, int smtpPort, int httpPort) throws IOException {
		this.mails = mails;
		var setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(PATIENCE.toMillis());
		this.smtp = new GreenMail(setup);
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
		this.http.setExecutor(Executors.newThreadPerTaskExecutor(Mailbox::thread));
		this.http.createContext("/readyz", (exchange) -> respond(exchange, "{\"status\":\"UP\"}"));
		this.http.createContext("/mails", this::list);
	}

	/**
	 * The server's own threads would look for libraries of mail where other programs have
	 * theirs.
	 */
	private static Thread thread(Runnable request) {
		var thread = Thread.ofVirtual().unstarted(request);
		thread.setContextClassLoader(Mailbox.class.getClassLoader());
		return thread;
	}

	void start() {
		this.smtp.start();
		var user = this.smtp.setUser("mailbox@localhost", "mailbox");
		this.smtp.getUserManager().setMessageDeliveryHandler((message, address) -> {
			store(message.getMessage(), address.getEmail());
			return user;
		});
		this.http.start();
	}

	void stop() {
		this.http.stop(0);
		this.smtp.stop();
	}

	int smtpPort() {
		return this.smtp.getSmtp().getPort();
	}

	int httpPort() {
		return this.http.getAddress().getPort();
	}

	/** Stores the mail as a file and removes it from GreenMail's memory. */
	private void store(MimeMessage message, String address) {
		try {
			this.mails.store(message, address);
			this.smtp.purgeEmailFromAllMailboxes();
		}
		catch (IOException | MessagingException | FolderException ex) {
			throw new IllegalStateException("The mail could not be stored", ex);
		}
	}

	private void list(HttpExchange exchange) throws IOException {
		var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
		var to = query.startsWith("to=") ? query.substring(3) : "";
		respond(exchange, JSON.writeValueAsString(this.mails.findByRecipient(to)));
	}

	private static void respond(HttpExchange exchange, String json) throws IOException {
		try (exchange) {
			var body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
