package org.parley.auth.account.scim;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.group.ChangeMembership;
import org.parley.auth.user.group.ManageGroups;
import org.parley.auth.user.group.UserGroup;
import org.parley.auth.user.group.UserGroups;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Provisions groups and their members. */
@Component
class ScimGroups {

	/** Members that one request adds and removes, so that it ends in time. */
	private static final int MAX_CHANGES = 1_000;

	private final UserGroups groups;

	private final Users users;

	private final ManageGroups manageGroups;

	private final ChangeMembership changeMembership;

	private final ScimTransaction transaction;

	ScimGroups(UserGroups groups, Users users, ManageGroups manageGroups, ChangeMembership changeMembership,
			ScimTransaction transaction) {
		this.groups = groups;
		this.users = users;
		this.manageGroups = manageGroups;
		this.changeMembership = changeMembership;
		this.transaction = transaction;
	}

	UserGroup require(String id) {
		return this.groups.findById(id).orElseThrow(() -> ScimException.notFound(id));
	}

	UserGroup create(JsonNode resource, Caller directory) {
		var wanted = this.transaction.valid(Draft.read(resource, Set.of()));
		return this.transaction.run(() -> {
			var group = this.manageGroups.create(ScimJson.required(wanted.displayName(), "displayName"),
					wanted.externalId(), directory.id());
			changeMembers(group.id(), Set.of(), wanted.members(), directory);
			return require(group.id());
		});
	}

	/** Changes a group: all changes of a request take effect, or none. */
	UserGroup change(String id, Consumer<UserGroup> check, Function<Draft, Draft> change, Caller directory) {
		return this.transaction.run(() -> {
			var group = require(id);
			check.accept(group);
			var before = new Draft(group.name(), group.externalId(), memberIds(id));
			var after = this.transaction.valid(change.apply(before));
			if (!Objects.equals(before.displayName(), after.displayName())
					|| !Objects.equals(before.externalId(), after.externalId())) {
				this.manageGroups.change(id, ScimJson.required(after.displayName(), "displayName"), after.externalId(),
						(_) -> {
						}, directory.id());
			}
			changeMembers(id, before.members(), after.members(), directory);
			return require(id);
		});
	}

	void delete(String id, Consumer<UserGroup> check, Caller directory) {
		require(id);
		this.manageGroups.remove(id, check, directory.id());
	}

	List<User> members(String id) {
		return this.users.findByGroupsOrderByUsernameKey(id);
	}

	List<String> groupsOf(String userId) {
		return this.users.findById(userId).map(User::groups).orElse(List.of());
	}

	private Set<String> memberIds(String id) {
		var ids = new LinkedHashSet<String>();
		members(id).forEach((user) -> ids.add(user.id()));
		return ids;
	}

	private void changeMembers(String id, Set<String> before, Set<String> after, Caller directory) {
		var left = without(before, after);
		var joined = without(after, before);
		if (left.size() + joined.size() > MAX_CHANGES) {
			throw ScimException.value("members", "change by at most %d in a request".formatted(MAX_CHANGES));
		}
		var known = this.users.countByIdIn(joined);
		if (known < joined.size()) {
			throw ScimException.value("members", "must be ids of accounts");
		}
		this.changeMembership.change(id, joined, left, directory.id());
	}

	private static Set<String> without(Set<String> ids, Collection<String> others) {
		var rest = new LinkedHashSet<>(ids);
		rest.removeAll(others);
		return rest;
	}

	/**
	 * The attributes of a group that a directory provisions.
	 *
	 * @param members ids of the accounts that belong to it
	 */
	record Draft(@ShownName @Nullable String displayName, @StorableText(min = 1, max = 254) @Nullable String externalId,
			Set<String> members) {

		/** Reads a resource; without members it keeps the present ones. */
		static Draft read(JsonNode resource, Set<String> present) {
			if (!resource.isObject()) {
				throw ScimException.invalid("invalidSyntax", "The request must be an object.");
			}
			var members = ScimJson.find(resource, "members");
			return new Draft(ScimJson.text(ScimJson.find(resource, "displayName"), "displayName"),
					ScimJson.text(ScimJson.find(resource, "externalId"), "externalId"),
					members.isMissingNode() ? present : ids(members));
		}

		/**
		 * The attributes after an operation.
		 * @throws ScimException 400
		 */
		Draft with(ScimOperation operation) {
			return switch (operation.attribute()) {
				case "displayname" ->
					new Draft(operation.isRemoval() ? null : ScimJson.text(operation.value(), "displayName"),
							this.externalId, this.members);
				case "externalid" -> new Draft(this.displayName,
						operation.isRemoval() ? null : ScimJson.text(operation.value(), "externalId"), this.members);
				case "members" -> new Draft(this.displayName, this.externalId, membersAfter(operation));
				case "meta" -> throw ScimException.invalid("mutability", "meta is read-only.");
				default -> this;
			};
		}

		/**
		 * Entra ID names the members to remove in the value, others in the path. Keycloak
		 * sends null to remove all.
		 */
		private Set<String> membersAfter(ScimOperation operation) {
			var named = (operation.selected() != null) ? Set.of(operation.selected()) : ids(operation.value());
			var after = new LinkedHashSet<>(this.members);
			if (operation.isRemoval()) {
				var all = operation.selected() == null
						&& (operation.value().isMissingNode() || operation.value().isNull());
				after.removeAll(all ? this.members : named);
				return after;
			}
			if (operation.verb().equals("replace") && operation.selected() == null) {
				after.clear();
			}
			after.addAll(named);
			return after;
		}

		private static Set<String> ids(JsonNode members) {
			var ids = new LinkedHashSet<String>();
			if (members.isObject()) {
				ids.add(id(members));
			}
			else if (members.isArray()) {
				members.forEach((member) -> ids.add(id(member)));
			}
			else if (!members.isMissingNode() && !members.isNull()) {
				throw ScimException.value("members", "must be a list");
			}
			return ids;
		}

		private static String id(JsonNode member) {
			var value = ScimJson.find(member, "value");
			if (!value.isString()) {
				throw ScimException.value("members", "must be objects with a value");
			}
			return value.asString();
		}

	}

}
