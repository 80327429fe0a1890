package org.parley.realtime.connection.handshake;

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
 * Resolves the client's address: the peer's, or the last {@code X-Forwarded-For} entry if
 * the peer is a trusted proxy. The gateway rewrites that header. An IPv6 client owns a
 * whole /64, so the network is used as its address.
 */
public final class ClientAddresses {

	private static final int NETWORK_BYTES = 8;

	private final List<IpAddressMatcher> trusted;

	public ClientAddresses(List<String> trustedProxies) {
		this.trusted = trustedProxies.stream().map(IpAddressMatcher::new).toList();
	}

	/** Returns the client's address, or {@code unknown} if the peer has none. */
	public String resolve(HttpHeaders headers, @Nullable SocketAddress peer) {
		var address = (peer instanceof InetSocketAddress known) ? known.getAddress() : null;
		if (address == null) {
			return "unknown";
		}
		if (this.trusted.stream().noneMatch((proxies) -> proxies.matches(address.getHostAddress()))) {
			return format(address);
		}
		var forwarded = forwardedFor(headers.getAll("X-Forwarded-For"));
		return format((forwarded != null) ? forwarded : address);
	}

	private static @Nullable InetAddress forwardedFor(List<String> lines) {
		if (lines.isEmpty()) {
			return null;
		}
		var last = lines.getLast();
		return NetUtil.createInetAddressFromIpAddressString(last.substring(last.lastIndexOf(',') + 1).strip());
	}

	private static String format(InetAddress address) {
		return (address instanceof Inet6Address)
				? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
				: address.getHostAddress();
	}

}
