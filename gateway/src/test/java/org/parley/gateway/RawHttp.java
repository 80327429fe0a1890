package org.parley.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends raw HTTP that no client library would send. */
public final class RawHttp {

	private RawHttp() {
	}

	/**
	 * Sends bytes and reads until the gateway closes the connection; requests therefore
	 * need {@code Connection: close} unless the gateway closes by itself.
	 */
	public static Answer send(int port, String request) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(15_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/**
	 * Sends a part of a request and reads the problem that refuses it; the gateway awaits
	 * the rest before it closes the connection.
	 */
	public static Answer sendPart(int port, String part) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(15_000);
			socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			var text = new StringBuilder();
			while (text.isEmpty() || text.charAt(text.length() - 1) != '}') {
				text.append((char) socket.getInputStream().read());
			}
			return Answer.parse(text.toString());
		}
	}

	public static Answer get(int port, String target, String... headerLines) throws IOException {
		var head = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
		for (String line : headerLines) {
			head.append(line).append("\r\n");
		}
		return send(port, head.append("\r\n").toString());
	}

	/** The received answer. */
	public record Answer(int status, List<String> headers, String body) {

		static Answer parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				throw new IllegalStateException("No answer but: '" + text + "'");
			}
			List<String> lines = text.substring(0, end).lines().toList();
			return new Answer(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), lines.subList(1, lines.size()),
					text.substring(end + 4));
		}

		public boolean has(String name) {
			return this.headers.stream()
				.anyMatch((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
		}

	}

}
