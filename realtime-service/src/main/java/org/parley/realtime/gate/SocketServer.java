package org.parley.realtime.gate;

import com.corundumstudio.socketio.SocketIOServer;
import org.parley.realtime.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The server's life: it opens when all else is there, and closes first, so that clients
 * come back to another instance.
 */
final class SocketServer implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SocketServer.class);

	private final SocketIOServer server;

	private final Sessions sessions;

	private volatile boolean running;

	SocketServer(SocketIOServer server, Sessions sessions) {
		this.server = server;
		this.sessions = sessions;
	}

	@Override
	public void start() {
		this.server.start();
		this.running = true;
		log.atInfo().addKeyValue("port", this.server.getConfiguration().getPort()).log("Sockets are welcome");
	}

	@Override
	public void stop() {
		this.running = false;
		this.sessions.all().forEach((session) -> session.interrupt("server.restarting"));
		this.server.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
