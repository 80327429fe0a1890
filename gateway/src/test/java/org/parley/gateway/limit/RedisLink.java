package org.parley.gateway.limit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection to Redis that can be cut, restored, or silenced. */
final class RedisLink implements AutoCloseable {

	private final URI redis;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Semaphore flowing = new Semaphore(1);

	private final AtomicInteger accepted = new AtomicInteger();

	private volatile ServerSocket entrance;

	RedisLink(String redisUri) throws IOException {
		this.redis = URI.create(redisUri);
		this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.port = this.entrance.getLocalPort();
		accept(this.entrance);
	}

	String uri() {
		return "redis://%s@127.0.0.1:%d".formatted(this.redis.getRawUserInfo(), this.port);
	}

	/** The number of connections so far. */
	int accepted() {
		return this.accepted.get();
	}

	void cut() throws IOException {
		this.entrance.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	void mend() throws IOException {
		this.entrance = new ServerSocket(this.port, 50, InetAddress.getLoopbackAddress());
		accept(this.entrance);
	}

	void silence() {
		this.flowing.acquireUninterruptibly();
	}

	void speak() {
		this.flowing.release();
	}

	@Override
	public void close() throws IOException {
		cut();
	}

	private void accept(ServerSocket server) {
		Thread.ofVirtual().start(() -> {
			while (!server.isClosed()) {
				try {
					Socket near = server.accept();
					this.accepted.incrementAndGet();
					join(near);
				}
				catch (IOException ex) {
					// The link is cut.
				}
			}
		});
	}

	private void join(Socket near) throws IOException {
		var far = new Socket(InetAddress.getByName(this.redis.getHost()), this.redis.getPort());
		this.sockets.add(near);
		this.sockets.add(far);
		pump(near, far);
		pump(far, near);
	}

	private void pump(Socket from, Socket to) {
		Thread.ofVirtual().start(() -> {
			try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
				byte[] buffer = new byte[8192];
				for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
					this.flowing.acquireUninterruptibly();
					this.flowing.release();
					out.write(buffer, 0, read);
				}
			}
			catch (IOException ex) {
				// The link is cut.
			}
		});
	}

}
