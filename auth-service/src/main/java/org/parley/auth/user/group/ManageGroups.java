package org.parley.auth.user.group;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates, changes and removes groups. */
@Component
public class ManageGroups {

	private final UserGroups groups;

	private final ChangeMembership changeMembership;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ManageGroups(UserGroups groups, ChangeMembership changeMembership, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.groups = groups;
		this.changeMembership = changeMembership;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Creates a group.
	 * @param by id of the administrator or of the directory's token
	 * @throws RefusalException 409 {@code group.name-taken}, {@code group.too-many}
	 */
	public UserGroup create(String name, @Nullable String externalId, String by) {
		return write(() -> {
			if (this.groups.count() >= UserGroup.MAXIMUM) {
				throw RefusalException.conflict("group.too-many",
						"There are %d groups, the maximum.".formatted(UserGroup.MAXIMUM));
			}
			var group = this.groups.save(UserGroup.create(name, externalId, this.clock.instant()));
			this.audit.recordWithoutRequest(AuditAction.GROUP_CREATED, null, by, group.name());
			return group;
		});
	}

	/**
	 * Renames a group and replaces its external id.
	 * @param check of the group as it is, such as a condition
	 * @throws RefusalException 404 {@code group.not-found}; 409 {@code group.name-taken}
	 */
	public UserGroup change(String id, String name, @Nullable String externalId, Consumer<UserGroup> check, String by) {
		return write(() -> {
			var group = this.groups.require(id);
			check.accept(group);
			group.change(name, externalId, this.clock.instant());
			this.audit.recordWithoutRequest(AuditAction.GROUP_CHANGED, null, by, group.name());
			return this.groups.save(group);
		});
	}

	/**
	 * Removes a group; before that its members leave it, so that a failure leaves a group
	 * that can be removed again.
	 * @throws RefusalException 404 {@code group.not-found}
	 */
	public void remove(String id, Consumer<UserGroup> check, String by) {
		check.accept(this.groups.require(id));
		this.changeMembership.removeAll(id, by);
		this.work.run(() -> {
			this.groups.touch(id, this.clock.instant());
			this.changeMembership.requireEmpty(id);
			var group = this.groups.require(id);
			this.groups.delete(group);
			this.audit.recordWithoutRequest(AuditAction.GROUP_REMOVED, null, by, group.name());
		});
	}

	private UserGroup write(Supplier<UserGroup> change) {
		try {
			return this.work.run(change);
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("group.name-taken", "A group with this name already exists.");
		}
	}

}
