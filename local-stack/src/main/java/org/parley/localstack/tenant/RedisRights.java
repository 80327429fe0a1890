package org.parley.localstack.tenant;

import java.util.List;

/**
 * What a Redis user may do: the words of a rule for {@code ACL SETUSER}, but for name and
 * password.
 *
 * @param rules in the order in which they count
 * @see <a href=
 * "https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/"> Redis:
 * ACL</a>
 */
public record RedisRights(List<String> rules) {

	/**
	 * No command that shows or changes what others have; {@code INFO} is what health
	 * checks ask.
	 */
	private static final String COMMANDS = "+@all -@admin -@dangerous -scan -randomkey -dbsize -function +info";

	public RedisRights {
		rules = List.copyOf(rules);
	}

	/**
	 * Keys and channels under a prefix.
	 */
	public static RedisRights under(String prefix) {
		return parse("~%1$s* &%1$s* %2$s".formatted(prefix, COMMANDS));
	}

	/**
	 * Rules as an ACL file has them.
	 */
	public static RedisRights parse(String rules) {
		return new RedisRights(List.of(rules.strip().split(" +")));
	}

}
