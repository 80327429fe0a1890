package org.parley.realtime.gate;

import java.net.URI;

import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.HandshakeLimit;
import org.parley.realtime.session.Sessions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Socket.IO server and what listens to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

	@Bean
	Wires wires(MeterRegistry meters) {
		return new Wires(meters);
	}

	@Bean
	ClientAddresses clientAddresses(GateSettings settings) {
		return new ClientAddresses(settings.trustedProxies());
	}

	@Bean
	Door door(GateSettings settings, Sessions sessions, ClientAddresses addresses, HandshakeLimit handshakes,
			@Value("${parley.public-url}") URI own) {
		return new Door(settings, own, sessions, addresses, handshakes);
	}

	@Bean
	SocketServer socketServer(GateSettings settings, Connecting connecting, Requests requests, Sessions sessions,
			Wires wires, Door door, MeterRegistry meters) {
		var failures = new Failures(meters);
		var server = new SocketIOServer(configuration(settings, failures));
		server.setPipelineFactory(new Pipeline(door, new Guard(wires, meters), new Ending(failures)));
		server.addConnectListener(connecting::connected);
		server.addDisconnectListener(connecting::disconnected);
		server.getNamespace("").addAuthTokenListener(connecting::authenticated);
		server.addEventListener("join-thread", Object.class, requests::join);
		server.addEventListener("leave-thread", Object.class, requests::leave);
		server.addEventListener("typing", Object.class, requests::type);
		server.addEventListener("authenticate", Object.class, requests::authenticate);
		return new SocketServer(server, sessions);
	}

	@Bean
	HealthIndicator socketsHealthIndicator(SocketServer server) {
		return () -> (server.isRunning() ? Health.up() : Health.outOfService()).build();
	}

	private static com.corundumstudio.socketio.Configuration configuration(GateSettings settings, Failures failures) {
		var configuration = new com.corundumstudio.socketio.Configuration();
		configuration.setPort(settings.port());
		if (!settings.address().isEmpty()) {
			configuration.setHostname(settings.address());
		}
		configuration.setContext("/socket.io");
		// Else a cookie of the client's choice would name the session.
		configuration.setRandomSession(true);
		configuration.setJsonSupport(new Json());
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
		configuration.setExceptionListener(failures);
		configuration.setSocketConfig(sockets(settings));
		return configuration;
	}

	private static SocketConfig sockets(GateSettings settings) {
		var sockets = new SocketConfig();
		sockets.setReuseAddress(true);
		sockets.setWriteBufferWaterMarkHigh((int) settings.behind().toBytes());
		sockets.setWriteBufferWaterMarkLow((int) settings.behind().toBytes() / 4);
		return sockets;
	}

}
