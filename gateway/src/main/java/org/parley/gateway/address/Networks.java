package org.parley.gateway.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;

/** Networks in CIDR notation; a single address is a network of its own. */
final class Networks {

	private final List<IpSubnetFilterRule> rules;

	/**
	 * Parses the networks of a setting.
	 * @param setting its name below {@code parley.gateway}
	 */
	Networks(String setting, List<String> cidrs) {
		this.rules = cidrs.stream().map((cidr) -> parse(setting, cidr)).toList();
	}

	boolean contain(InetAddress address) {
		var socket = new InetSocketAddress(address, 0);
		return this.rules.stream().anyMatch((rule) -> rule.matches(socket));
	}

	private static IpSubnetFilterRule parse(String setting, String cidr) {
		String network = cidr.strip();
		if (!network.contains("/")) {
			network += network.contains(":") ? "/128" : "/32";
		}
		try {
			return new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT);
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(
					"parley.gateway." + setting + ": '" + cidr + "' is not a network such as 10.0.0.0/8", ex);
		}
	}

}
