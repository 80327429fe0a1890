package org.parley.localstack.tenant;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A user with its own permissions in the servers: a service or a test.
 *
 * @param name the user's name in all servers, and the name of its MongoDB database
 * @param vhost the RabbitMQ virtual host
 * @param broker permissions in the virtual host
 * @param redisPrefix prefix of its Redis keys and channels
 * @param redis Redis permissions
 */
public record Tenant(String name, String password, String vhost, BrokerRights broker, String redisPrefix,
		RedisRights redis) {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

	public Tenant {
		if (!Stream.of(name, password, vhost, redisPrefix).allMatch((part) -> PLAIN.matcher(part).matches())) {
			throw new IllegalArgumentException("A tenant's name, password, vhost and prefix must match " + PLAIN);
		}
	}

	/**
	 * Creates the tenant of a service, which shares a virtual host with the other
	 * services.
	 */
	public static Tenant service(String name, String password, BrokerRights broker, RedisRights redis) {
		return new Tenant(name, password, "parley", broker, name + ":", redis);
	}

	/**
	 * Creates an isolated tenant for a test.
	 */
	public static Tenant isolated(String name, String password) {
		return new Tenant(name, password, name, BrokerRights.WHOLE_VHOST, name + ":", RedisRights.under(name + ":"));
	}

}
