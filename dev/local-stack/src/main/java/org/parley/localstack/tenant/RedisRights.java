package org.parley.localstack.tenant;

import java.util.List;

/**
 * Permissions of a Redis user: the rules for {@code ACL SETUSER} without name and
 * password.
 *
 * @param rules the rules in order
 * @see <a href=
 * "https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/"> Redis:
 * ACL</a>
 */
public record RedisRights(List<String> rules) {

	/**
	 * Excludes commands that read or change data of other users; {@code INFO} is needed
	 * by health checks.
	 */
	private static final String COMMANDS = "+@all -@admin -@dangerous -scan -randomkey -dbsize -function +info";

	public RedisRights {
		rules = List.copyOf(rules);
	}

	/**
	 * Permits keys and channels with a prefix.
	 */
	public static RedisRights under(String prefix) {
		return parse("~%1$s* &%1$s* %2$s".formatted(prefix, COMMANDS));
	}

	/**
	 * Parses the rules of an ACL file.
	 */
	public static RedisRights parse(String rules) {
		return new RedisRights(List.of(rules.strip().split(" +")));
	}

}
