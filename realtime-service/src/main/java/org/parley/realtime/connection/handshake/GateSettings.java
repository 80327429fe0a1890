package org.parley.realtime.connection.handshake;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the Socket.IO server.
 *
 * @param port port of the Socket.IO server
 * @param address address of the network interface; empty for all
 * @param origins origins that may connect besides Parley's own
 * @param payload maximum size of a client's message, as of a body of the API
 * @param behind maximum size of unread output per connection
 * @param pingInterval interval between two pings
 * @param pingTimeout how long a client may take to answer a ping
 * @param trustedProxies networks (CIDR) of the gateway, whose {@code X-Forwarded-For} is
 * trusted
 */
@ConfigurationProperties("parley.realtime.gate")
public record GateSettings(@DefaultValue("8096") int port, @DefaultValue("") String address,
		@DefaultValue List<String> origins, @DefaultValue("256KB") DataSize payload,
		@DefaultValue("1MB") DataSize behind, @DefaultValue("25s") Duration pingInterval,
		@DefaultValue("20s") Duration pingTimeout, @DefaultValue( {
				"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
				"fc00::/7" }) List<String> trustedProxies){

	/** Checks whether pages of an origin may connect. */
	boolean isAllowed(String origin, URI publicUrl) {
		return origin.equals(originOf(publicUrl)) || this.origins.contains(origin);
	}

	private static String originOf(URI address) {
		return address.getScheme() + "://" + address.getAuthority();
	}

}
