package org.parley.platform.security.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Allows only addresses of the public Internet.
 *
 * @see <a href= "https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA: IPv4
 * special registry</a>,
 * <a href= "https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 special
 * registry</a>
 */
public final class AddressRules {

	private static final List<IpAddressMatcher> FORBIDDEN = Stream
		.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
				"192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
				"192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
				"224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48",
				"3fff::/20")
		.map(IpAddressMatcher::new)
		.toList();

	/** All other IPv6 addresses are mapped, translated, local or unassigned. */
	private static final IpAddressMatcher GLOBAL = new IpAddressMatcher("2000::/3");

	private AddressRules() {
	}

	/** Whether an address belongs to the public Internet. */
	public static boolean isPublic(InetAddress address) {
		var text = withoutZone(address.getHostAddress());
		if (text.contains(":") && !GLOBAL.matches(text)) {
			return false;
		}
		return FORBIDDEN.stream().noneMatch((range) -> range.matches(text));
	}

	private static String withoutZone(String text) {
		var zone = text.indexOf('%');
		return (zone < 0) ? text : text.substring(0, zone);
	}

}
