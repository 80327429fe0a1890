package org.parley.realtime.connection;

import java.util.List;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.listener.ExceptionListenerAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections after errors, and logs no content of them. */
final class SocketExceptionListener extends ExceptionListenerAdapter {

	private static final Logger log = LoggerFactory.getLogger(SocketExceptionListener.class);

	private final MeterRegistry meters;

	SocketExceptionListener(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public boolean exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		report("connection", cause);
		var _ = context.close();
		return true;
	}

	@Override
	public void onEventException(Exception cause, List<Object> arguments, SocketIOClient client) {
		report("event", cause);
	}

	@Override
	public void onConnectException(Exception cause, SocketIOClient client) {
		report("connect", cause);
	}

	@Override
	public void onDisconnectException(Exception cause, SocketIOClient client) {
		report("disconnect", cause);
	}

	@Override
	public void onAuthException(Throwable cause, SocketIOClient client) {
		report("auth", cause);
	}

	private void report(String where, Throwable cause) {
		this.meters.counter("parley.realtime.failures", "where", where).increment();
		log.atDebug()
			.addKeyValue("where", where)
			.addKeyValue("cause", cause.getClass().getName())
			.log("A socket failed");
	}

}
