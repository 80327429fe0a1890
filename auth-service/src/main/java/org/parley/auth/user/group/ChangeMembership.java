package org.parley.auth.user.group;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Lets people join and leave groups. Their access tokens become invalid, so that rights
 * start and end at once.
 */
@Component
public class ChangeMembership {

	/** People whose account is read at a time. */
	private static final int BATCH = 100;

	private final Users users;

	private final UserGroups groups;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ChangeMembership(Users users, UserGroups groups, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.groups = groups;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Adds a person to a group.
	 * @param by id of the administrator or of the directory's token
	 * @throws RefusalException 404 {@code group.not-found}, {@code user.not-found}; 409
	 * {@code group.full}, {@code group.too-many-of-person}
	 */
	public User add(String groupId, String userId, String by) {
		return change(userId, by, (own) -> {
			this.groups.require(groupId);
			own.add(groupId);
			return own;
		});
	}

	/**
	 * Removes a person from a group.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	public User remove(String groupId, String userId, String by) {
		return removeFrom(Set.of(groupId), userId, by);
	}

	/**
	 * Removes a person from groups.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	public User removeFrom(Set<String> groupIds, String userId, String by) {
		return change(userId, by, (own) -> {
			own.removeAll(groupIds);
			return own;
		});
	}

	/**
	 * Adds people to a group, and removes others. All share the claim and the count of
	 * the group, so that a request with many people ends in time.
	 * @throws RefusalException as {@link #add}
	 */
	public void change(String groupId, Set<String> joined, Set<String> left, String by) {
		this.work.run(() -> {
			var people = this.users.findAllById(Stream.concat(joined.stream(), left.stream()).toList());
			var changed = new ArrayList<User>();
			for (var user : people) {
				var after = new LinkedHashSet<>(user.groups());
				if (joined.contains(user.id()) ? after.add(groupId) : after.remove(groupId)) {
					user.changeGroups(after);
					changed.add(user);
				}
			}
			if (changed.isEmpty()) {
				return;
			}
			this.groups.require(groupId);
			touch(groupId);
			this.audit.recordAllWithoutRequest(AuditAction.GROUPS_CHANGED, changed.stream().map(User::id).toList(), by);
			this.users.saveAll(changed);
			if (!joined.isEmpty() && this.users.countByGroups(groupId) > UserGroup.MAX_MEMBERS) {
				throw full();
			}
		});
	}

	/**
	 * Keeps places for a newcomer. Part of the transaction that opens the account.
	 * @param by id of the administrator who invited them
	 * @return the groups that still exist and are not full
	 */
	public List<String> reserve(Collection<String> groupIds, String newcomer, String by) {
		var joined = this.groups.findAllById(groupIds)
			.stream()
			.map(UserGroup::id)
			.filter(this::hasPlace)
			.sorted()
			.toList();
		if (!joined.isEmpty()) {
			this.audit.recordWithoutRequest(AuditAction.GROUPS_CHANGED, newcomer, by, null);
		}
		return joined;
	}

	/** Lets all members leave a group, some in a transaction. */
	void removeAll(String groupId, String by) {
		List<User> members;
		do {
			members = this.users.findByGroupsAndIdGreaterThanOrderById(groupId, "", Limit.of(BATCH));
			change(groupId, Set.of(), members.stream().map(User::id).collect(Collectors.toSet()), by);
		}
		while (!members.isEmpty());
	}

	/** Refuses with 409 {@code group.not-empty} a group that has a member again. */
	void requireEmpty(String groupId) {
		if (this.users.countByGroups(groupId) > 0) {
			throw RefusalException.conflict("group.not-empty", "Somebody has joined the group meanwhile. Try again.");
		}
	}

	private User change(String userId, String by, UnaryOperator<Set<String>> change) {
		return this.work.run(() -> {
			var user = this.users.require(userId);
			var before = Set.copyOf(user.groups());
			var after = change.apply(new LinkedHashSet<>(user.groups()));
			if (after.equals(before)) {
				return user;
			}
			before.stream().filter((group) -> !after.contains(group)).forEach(this::touch);
			after.stream().filter((group) -> !before.contains(group)).forEach(this::requirePlace);
			user.changeGroups(after);
			this.audit.recordWithoutRequest(AuditAction.GROUPS_CHANGED, userId, by, null);
			return this.users.save(user);
		});
	}

	private void touch(String groupId) {
		this.groups.touch(groupId, this.clock.instant());
	}

	private boolean hasPlace(String groupId) {
		touch(groupId);
		return this.users.countByGroups(groupId) < UserGroup.MAX_MEMBERS;
	}

	private void requirePlace(String groupId) {
		if (!hasPlace(groupId)) {
			throw full();
		}
	}

	private static RefusalException full() {
		return RefusalException.conflict("group.full",
				"This group has %d members, the maximum.".formatted(UserGroup.MAX_MEMBERS));
	}

}
