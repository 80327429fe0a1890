package org.parley.realtime.connection;

import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.bootstrap.ServerBootstrapConfig;
import io.netty.channel.EventLoopGroup;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO server that stops once it has sent what waits to be sent. The library's own
 * stop waits two more seconds for each of its two groups of threads.
 */
final class GateServer extends SocketIOServer {

	private static final long TIMEOUT_SECONDS = 15;

	private @Nullable ServerBootstrapConfig groups;

	GateServer(Configuration configuration) {
		super(configuration);
	}

	@Override
	protected void applyConnectionOptions(ServerBootstrap bootstrap) {
		super.applyConnectionOptions(bootstrap);
		this.groups = bootstrap.config();
	}

	@Override
	public void stop() {
		var started = this.groups;
		if (started != null) {
			stop(started.group());
			awaitTasks(started.childGroup());
			stop(started.childGroup());
		}
		super.stop();
	}

	/** A group that stops closes its connections before it runs its remaining tasks. */
	private static void awaitTasks(EventLoopGroup group) {
		for (var loop : group) {
			var _ = loop.submit(() -> {
			}).syncUninterruptibly();
		}
	}

	private static void stop(EventLoopGroup group) {
		var _ = group.shutdownGracefully(0, TIMEOUT_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
	}

}
