package org.parley.chat.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy in front of a server; a test cuts it and connects it again. */
public final class CutConnections implements AutoCloseable {

	private final String host;

	private final int target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int port;

	private volatile ServerSocket listening;

	public CutConnections(String host, int target) {
		this.host = host;
		this.target = target;
		this.listening = listen(0);
		this.port = this.listening.getLocalPort();
	}

	public int port() {
		return this.port;
	}

	/** Refuses new connections and ends all others. */
	public void cut() {
		close(this.listening);
		this.sockets.forEach(CutConnections::close);
		this.sockets.clear();
	}

	public void connect() {
		if (this.listening.isClosed()) {
			this.listening = listen(this.port);
		}
	}

	@Override
	public void close() {
		cut();
	}

	private ServerSocket listen(int on) {
		try {
			var server = new ServerSocket();
			server.setReuseAddress(true);
			server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), on));
			Thread.ofVirtual().start(() -> acceptAll(server));
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void acceptAll(ServerSocket server) {
		while (!server.isClosed()) {
			try {
				var client = server.accept();
				var upstream = new Socket(this.host, this.target);
				this.sockets.add(client);
				this.sockets.add(upstream);
				Thread.ofVirtual().start(() -> copy(client, upstream));
				Thread.ofVirtual().start(() -> copy(upstream, client));
			}
			catch (IOException ex) {
				close(server);
			}
		}
	}

	private void copy(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			close(to);
		}
		finally {
			close(from);
			close(to);
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private static void close(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
