package org.parley.auth.user.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.ClientAddress;

import org.springframework.http.HttpHeaders;

/**
 * Where a request comes from. A controller's argument.
 *
 * @param address the client's address as the gateway resolved it
 * @param device the {@code User-Agent}, shortened, or empty
 * @param mark the secret by which the device may be known, from a cookie
 */
public record ClientDevice(String address, String device, @Nullable String mark) {

	private static final int LONGEST = 200;

	/** Nothing by which the device may be known. */
	public ClientDevice(String address, String device) {
		this(address, device, null);
	}

	/** Trusts the forwarded address: only the gateway can reach this service. */
	public static ClientDevice of(HttpServletRequest request, @Nullable String mark) {
		return new ClientDevice(ClientAddress.of(request), printable(request.getHeader(HttpHeaders.USER_AGENT)), mark);
	}

	/** Whom the address stands for: of IPv6 the whole /64 that one household has. */
	public String network() {
		try {
			return (InetAddress.ofLiteral(this.address) instanceof Inet6Address six)
					? HexFormat.of().formatHex(six.getAddress(), 0, 8) : this.address;
		}
		catch (IllegalArgumentException ex) {
			return this.address;
		}
	}

	/** Never the secret. */
	@Override
	public String toString() {
		return "ClientDevice[***]";
	}

	private static String printable(@Nullable String agent) {
		var text = (agent != null) ? agent.replaceAll("[^\\x20-\\x7e]", "") : "";
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
