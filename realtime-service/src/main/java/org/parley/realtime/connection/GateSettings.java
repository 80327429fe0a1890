package org.parley.realtime.connection;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How clients come in.
 *
 * @param port where the Socket.IO server listens
 * @param address of the network interface; empty for all
 * @param origins of web pages that may connect, beside Parley's own
 * @param payload the longest message of a client
 * @param behind how much may wait for a client that does not read
 * @param pingInterval how often a client must say that it is there
 * @param pingTimeout how long it may take to answer
 * @param trustedProxies networks (CIDR) of the gateway, which names the client's address
 */
@ConfigurationProperties("parley.realtime.gate")
record GateSettings(@DefaultValue("8096") int port, @DefaultValue("") String address,
		@DefaultValue List<String> origins, @DefaultValue("16KB") DataSize payload,
		@DefaultValue("1MB") DataSize behind, @DefaultValue("25s") Duration pingInterval,
		@DefaultValue("20s") Duration pingTimeout, @DefaultValue( {
				"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
				"fc00::/7" }) List<String> trustedProxies){

	/** Whether a page may connect; who sends no origin is no browser. */
	boolean admits(String origin, URI own) {
		return origin.equals(originOf(own)) || this.origins.contains(origin);
	}

	private static String originOf(URI address) {
		return address.getScheme() + "://" + address.getAuthority();
	}

}
