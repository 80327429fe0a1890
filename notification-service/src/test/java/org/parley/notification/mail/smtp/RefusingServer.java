package org.parley.notification.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that answers one command with an error. */
final class RefusingServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String refused;

	private final String answer;

	RefusingServer(String refused, String answer) throws IOException {
		this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.refused = refused;
		this.answer = answer;
		Thread.startVirtualThread(this::serve);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (var client = this.socket.accept()) {
				converse(client);
			}
			catch (IOException ex) {
				// the client or the server was closed
			}
		}
	}

	private void converse(Socket client) throws IOException {
		var commands = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		reply(client, this.refused.equals("CONNECT") ? this.answer : "220 ready");
		for (var command = commands.readLine(); command != null; command = commands.readLine()) {
			reply(client, command.startsWith(this.refused) ? this.answer : "250 ok");
		}
	}

	private static void reply(Socket client, String line) throws IOException {
		client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
