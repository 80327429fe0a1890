package org.parley.realtime.connection;

import java.time.Duration;

import com.corundumstudio.socketio.SocketIOServer;
import org.parley.realtime.session.SocketSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Starts the Socket.IO server last and stops it first, so that clients reconnect to
 * another instance.
 */
final class SocketServer implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SocketServer.class);

	private static final Duration TASKS = Duration.ofSeconds(3);

	private final SocketIOServer server;

	private final SocketSessions socketSessions;

	private volatile boolean running;

	SocketServer(SocketIOServer server, SocketSessions socketSessions) {
		this.server = server;
		this.socketSessions = socketSessions;
	}

	@Override
	public void start() {
		this.server.start();
		this.running = true;
		log.atInfo().addKeyValue("port", this.server.getConfiguration().getPort()).log("Socket.IO server started");
	}

	@Override
	public void stop() {
		this.running = false;
		this.socketSessions.findAll().forEach((session) -> session.interrupt("server.restarting"));
		this.server.stop();
		try {
			// Tasks use connections to servers, which end next.
			this.socketSessions.awaitTasks(TASKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
