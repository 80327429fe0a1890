package org.parley.forum.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A TCP proxy that can cut or freeze its connections. */
final class Wire implements Closeable {

	private final String host;

	private final int port;

	private final ServerSocket near;

	private final List<Closeable> ends = new CopyOnWriteArrayList<>();

	private final Semaphore flow = new Semaphore(1);

	private final AtomicLong passed = new AtomicLong();

	private final AtomicInteger connections = new AtomicInteger();

	private volatile boolean cut;

	private volatile long delay;

	Wire(String host, int port) throws IOException {
		this.host = host;
		this.port = port;
		this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.near.getLocalPort();
	}

	/** Returns the number of bytes that have passed, in both directions. */
	long passed() {
		return this.passed.get();
	}

	/** Delays what the server sends over the first connection, that of messages. */
	void delayMessages(Duration by) {
		this.delay = by.toNanos();
	}

	void cut() {
		this.cut = true;
		this.ends.forEach(Wire::closeQuietly);
		this.ends.clear();
	}

	void mend() {
		this.cut = false;
	}

	void freeze() {
		this.flow.acquireUninterruptibly();
	}

	void thaw() {
		this.flow.release();
	}

	@Override
	public void close() throws IOException {
		this.near.close();
		cut();
	}

	private void accept() {
		while (!this.near.isClosed()) {
			try {
				connect(this.near.accept());
			}
			catch (IOException ex) {
				this.cut = true;
			}
		}
	}

	private void connect(Socket client) throws IOException {
		if (this.cut) {
			client.close();
			return;
		}
		var server = new Socket(this.host, this.port);
		this.ends.addAll(List.of(client, server));
		var hasMessages = this.connections.getAndIncrement() == 0;
		Thread.ofVirtual().start(() -> pump(client, server, false));
		Thread.ofVirtual().start(() -> pump(server, client, hasMessages));
	}

	private void pump(Socket from, Socket to, boolean delayed) {
		var buffer = new byte[8192];
		try (from; to) {
			for (var read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
				this.flow.acquireUninterruptibly();
				this.flow.release();
				if (delayed) {
					LockSupport.parkNanos(this.delay);
				}
				this.passed.addAndGet(read);
				to.getOutputStream().write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			closeQuietly(to);
		}
	}

	private static void closeQuietly(Closeable end) {
		try {
			end.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
