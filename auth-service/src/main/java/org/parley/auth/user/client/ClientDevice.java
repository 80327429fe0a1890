package org.parley.auth.user.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.ClientAddress;

import org.springframework.http.HttpHeaders;

/**
 * The client of a request, as a controller argument.
 *
 * @param address the client's IP address as the gateway resolved it
 * @param device the {@code User-Agent}, shortened, or empty
 */
public record ClientDevice(String address, String device, @Nullable String secret) {

	private static final int LONGEST = 200;

	/** Creates a client without a device secret. */
	public ClientDevice(String address, String device) {
		this(address, device, null);
	}

	/** Trusts the forwarded address, because only the gateway can reach this service. */
	public static ClientDevice of(HttpServletRequest request, @Nullable String secret) {
		return new ClientDevice(ClientAddress.of(request), printable(request.getHeader(HttpHeaders.USER_AGENT)),
				secret);
	}

	/**
	 * The network of the client: its IPv4 address, or the /64 prefix of its IPv6 address.
	 */
	public String network() {
		try {
			return (InetAddress.ofLiteral(this.address) instanceof Inet6Address six)
					? HexFormat.of().formatHex(six.getAddress(), 0, 8) : this.address;
		}
		catch (IllegalArgumentException ex) {
			return this.address;
		}
	}

	/** Omits the secret. */
	@Override
	public String toString() {
		return "ClientDevice[***]";
	}

	private static String printable(@Nullable String agent) {
		var text = (agent != null) ? agent.replaceAll("[^\\x20-\\x7e]", "") : "";
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
