package org.parley.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers every command but one as it should. */
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
				talk(client);
			}
			catch (IOException ex) {
				// the client or the test has gone
			}
		}
	}

	private void talk(Socket client) throws IOException {
		var commands = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		say(client, this.refused.equals("CONNECT") ? this.answer : "220 here");
		for (var command = commands.readLine(); command != null; command = commands.readLine()) {
			say(client, command.startsWith(this.refused) ? this.answer : "250 well");
		}
	}

	private static void say(Socket client, String line) throws IOException {
		client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
