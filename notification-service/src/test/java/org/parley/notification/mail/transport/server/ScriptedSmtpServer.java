package org.parley.notification.mail.transport.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server that answers one command as a test wants: with a reply, with silence
 * ({@link #SILENCE}), with one byte after the other ({@link #TRICKLE}), or by closing the
 * connection ({@link #DEATH}). {@code CONNECT} stands for the connection and
 * {@code CONTENT} for the end of a mail.
 */
final class ScriptedSmtpServer implements AutoCloseable {

	static final String SILENCE = "silence";

	static final String TRICKLE = "trickle";

	static final String DEATH = "death";

	private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

	private final CountDownLatch closed = new CountDownLatch(1);

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final String command;

	private final String answer;

	ScriptedSmtpServer(String command, String answer) throws IOException {
		this.command = command;
		this.answer = answer;
		Thread.startVirtualThread(this::serve);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** The commands and the lines of mails so far, in order. */
	List<String> received() {
		return List.copyOf(this.received);
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try {
				var client = this.socket.accept();
				Thread.startVirtualThread(() -> converse(client));
			}
			catch (IOException ex) {
				// the server was closed
			}
		}
	}

	private void converse(Socket client) {
		try (client) {
			var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
			if (!answer(client, "CONNECT", "220 ready")) {
				return;
			}
			var isContent = false;
			for (var line = lines.readLine(); line != null; line = lines.readLine()) {
				this.received.add(line);
				if (isContent && !line.equals(".")) {
					continue;
				}
				var verb = isContent ? "CONTENT" : line.split(" ", 2)[0];
				isContent = verb.equals("DATA");
				if (!answer(client, verb, isContent ? "354 go on" : "250 ok")) {
					return;
				}
				isContent = isContent && !verb.equals(this.command);
			}
		}
		catch (IOException ex) {
			// the client or the server was closed
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Answers a command; false to close the connection. */
	private boolean answer(Socket client, String verb, String usual) throws IOException, InterruptedException {
		var reply = verb.equals(this.command) ? this.answer : usual;
		switch (reply) {
			case DEATH -> {
				return false;
			}
			case SILENCE -> this.closed.await();
			case TRICKLE -> {
				while (!this.closed.await(20, TimeUnit.MILLISECONDS)) {
					client.getOutputStream().write('2');
				}
			}
			default -> client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		return !reply.startsWith("421");
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.socket.close();
	}

}
