package org.parley.forum.member;

import java.util.List;

/**
 * The roles of a member have changed.
 *
 * @param roles the role and the roles that it includes
 * @param version the version of the account
 */
public record MemberRolesChanged(String id, List<String> roles, long version) {
}
