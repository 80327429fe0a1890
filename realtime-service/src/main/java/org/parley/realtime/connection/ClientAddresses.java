package org.parley.realtime.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Whose connection it is: the peer's, or that of the client which a trusted proxy names.
 * The gateway writes the header anew and names the client last. An IPv6 client owns a
 * whole /64, so that is one address.
 */
final class ClientAddresses {

	private static final int NETWORK = 8;

	private final List<IpAddressMatcher> trusted;

	ClientAddresses(List<String> trustedProxies) {
		this.trusted = trustedProxies.stream().map(IpAddressMatcher::new).toList();
	}

	String of(HttpHeaders headers, @Nullable SocketAddress peer) {
		var address = (peer instanceof InetSocketAddress known) ? known.getAddress() : null;
		if (address == null) {
			return "unknown";
		}
		if (this.trusted.stream().noneMatch((proxies) -> proxies.matches(address.getHostAddress()))) {
			return name(address);
		}
		var named = named(headers.getAll("X-Forwarded-For"));
		return name((named != null) ? named : address);
	}

	private static @Nullable InetAddress named(List<String> lines) {
		if (lines.isEmpty()) {
			return null;
		}
		var last = lines.getLast();
		return NetUtil.createInetAddressFromIpAddressString(last.substring(last.lastIndexOf(',') + 1).strip());
	}

	private static String name(InetAddress address) {
		return (address instanceof Inet6Address)
				? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK)) + "/64"
				: address.getHostAddress();
	}

}
