package org.parley.gateway.address;

import java.net.InetAddress;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/** Parses addresses and hosts of headers without DNS lookups. */
public final class HeaderAddresses {

	private static final Pattern HOST = Pattern
		.compile("(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})?|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

	private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^]]+)]|([0-9.]+))(?::[0-9]{1,5})?");

	private HeaderAddresses() {
	}

	public static boolean isHost(String host) {
		return HOST.matcher(host).matches();
	}

	static @Nullable InetAddress parse(String hop) {
		String address = hop.strip();
		var matcher = WITH_PORT.matcher(address);
		if (matcher.matches()) {
			address = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
		}
		return address.contains("%") ? null : NetUtil.createInetAddressFromIpAddressString(address);
	}

}
