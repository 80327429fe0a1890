package org.parley.platform.mongo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A TCP proxy that can be held still: it accepts connections and forwards nothing. */
final class HeldConnections implements AutoCloseable {

	private final ReentrantReadWriteLock forwarding = new ReentrantReadWriteLock();

	private final int target;

	private final ServerSocket server;

	HeldConnections(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().start(this::acceptAll);
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Runs while nothing is forwarded. */
	void holdDuring(Runnable work) {
		this.forwarding.writeLock().lock();
		try {
			work.run();
		}
		finally {
			this.forwarding.writeLock().unlock();
		}
	}

	private void acceptAll() {
		while (!this.server.isClosed()) {
			try {
				var client = this.server.accept();
				var upstream = new Socket(InetAddress.getLoopbackAddress(), this.target);
				Thread.ofPlatform().daemon().start(() -> forward(client, upstream));
				Thread.ofPlatform().daemon().start(() -> forward(upstream, client));
			}
			catch (IOException ex) {
				close();
			}
		}
	}

	private void forward(Socket from, Socket to) {
		try (from; to) {
			var buffer = new byte[8192];
			for (var length = from.getInputStream().read(buffer); length > 0; length = from.getInputStream()
				.read(buffer)) {
				this.forwarding.readLock().lock();
				try {
					to.getOutputStream().write(buffer, 0, length);
				}
				finally {
					this.forwarding.readLock().unlock();
				}
			}
		}
		catch (IOException ex) {
			// The other side has closed the connection
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
