package org.parley.realtime.connection;

import java.net.URI;

import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.protocol.JacksonJsonSupport;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.connection.handshake.ClientAddresses;
import org.parley.realtime.connection.handshake.GateSettings;
import org.parley.realtime.connection.handshake.HandshakeValidator;
import org.parley.realtime.connection.packet.PacketValidator;
import org.parley.realtime.connection.packet.SocketWires;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.HandshakeLimit;
import org.parley.realtime.session.SocketSessions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Socket.IO server and its handlers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

	@Bean
	SocketWires socketWires(MeterRegistry meters) {
		return new SocketWires(meters);
	}

	@Bean
	ClientAddresses clientAddresses(GateSettings settings) {
		return new ClientAddresses(settings.trustedProxies());
	}

	@Bean
	HandshakeValidator handshakeValidator(GateSettings settings, SocketSessions socketSessions,
			ClientAddresses addresses, HandshakeLimit handshakeLimit, @Value("${parley.public-url}") URI publicUrl) {
		return new HandshakeValidator(settings, publicUrl, socketSessions, addresses, handshakeLimit);
	}

	@Bean
	SocketServer socketServer(GateSettings settings, ConnectionHandler connectionHandler, ClientRequests clientRequests,
			SocketSessions socketSessions, SocketWires socketWires, HandshakeValidator handshakeValidator,
			MeterRegistry meters) {
		var socketExceptionListener = new SocketExceptionListener(meters);
		var server = new GateServer(configuration(settings, socketExceptionListener));
		server.setPipelineFactory(new SocketPipeline(handshakeValidator, new PacketValidator(socketWires, meters),
				new ConnectionErrorHandler(socketExceptionListener), (int) settings.payload().toBytes()));
		server.addConnectListener(connectionHandler::onConnect);
		server.addDisconnectListener(connectionHandler::onDisconnect);
		server.getNamespace("").addAuthTokenListener(connectionHandler::onAuthenticate);
		for (var kind : RoomKind.values()) {
			server.addEventListener("join-" + kind.json(), Object.class,
					(client, data, ack) -> clientRequests.join(kind, client, data, ack));
			server.addEventListener("leave-" + kind.json(), Object.class,
					(client, data, ack) -> clientRequests.leave(kind, client, data, ack));
		}
		server.addEventListener("send-message", Object.class, clientRequests::sendMessage);
		server.addEventListener("typing", Object.class, clientRequests::announceTyping);
		server.addEventListener("set-presence", Object.class, clientRequests::setPresence);
		server.addEventListener("authenticate", Object.class, clientRequests::authenticate);
		return new SocketServer(server, socketSessions);
	}

	@Bean
	HealthIndicator socketsHealthIndicator(SocketServer server) {
		return () -> (server.isRunning() ? Health.up() : Health.outOfService()).build();
	}

	private static com.corundumstudio.socketio.Configuration configuration(GateSettings settings,
			SocketExceptionListener socketExceptionListener) {
		var configuration = new com.corundumstudio.socketio.Configuration();
		configuration.setPort(settings.port());
		if (!settings.address().isEmpty()) {
			configuration.setHostname(settings.address());
		}
		configuration.setContext("/socket.io");
		// Otherwise a client could choose its session id with a cookie.
		configuration.setRandomSession(true);
		configuration.setJsonSupport(new SocketJson());
		configuration.setAckMode(AckMode.MANUAL);
		configuration.setEnableCors(false);
		configuration.setAddVersionHeader(false);
		configuration.setHttpCompression(false);
		configuration.setWebsocketCompression(false);
		configuration.setBossThreads(1);
		configuration.setWorkerThreads(Math.max(2, Runtime.getRuntime().availableProcessors()));
		configuration.setMaxFramePayloadLength((int) settings.payload().toBytes());
		configuration.setMaxHttpContentLength((int) settings.payload().toBytes());
		configuration.setPingInterval((int) settings.pingInterval().toMillis());
		configuration.setPingTimeout((int) settings.pingTimeout().toMillis());
		configuration.setExceptionListener(socketExceptionListener);
		configuration.setSocketConfig(socketConfig(settings));
		return configuration;
	}

	private static SocketConfig socketConfig(GateSettings settings) {
		var config = new SocketConfig();
		config.setReuseAddress(true);
		config.setWriteBufferWaterMarkHigh((int) settings.behind().toBytes());
		config.setWriteBufferWaterMarkLow((int) settings.behind().toBytes() / 4);
		return config;
	}

	/**
	 * JSON support of the Socket.IO server that writes null properties, as the API does.
	 */
	static final class SocketJson extends JacksonJsonSupport {

		@Override
		protected void init(ObjectMapper mapper) {
			super.init(mapper);
			mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
		}

	}

}
