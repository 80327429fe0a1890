package org.parley.auth.user.group;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A group of people. The accounts of its members name it. */
@Document("groups")
@CompoundIndex(def = "{'nameKey': 1}", unique = true)
@CompoundIndex(def = "{'externalId': 1}", sparse = true)
public class UserGroup {

	/** How many there may be. */
	public static final int MAXIMUM = 100;

	/** How many members a group may have. */
	public static final int MAX_MEMBERS = 10_000;

	@Id
	private final String id;

	private String name;

	/** The lower-case name, unique. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private String nameKey;

	private @Nullable String externalId;

	private final Instant createdAt;

	private Instant changedAt;

	@Version
	private long version;

	UserGroup(String id, String name, String nameKey, @Nullable String externalId, Instant createdAt, Instant changedAt,
			long version) {
		this.id = id;
		this.name = name;
		this.nameKey = nameKey;
		this.externalId = externalId;
		this.createdAt = createdAt;
		this.changedAt = changedAt;
		this.version = version;
	}

	/** Creates a group; an external id is that of a directory. */
	public static UserGroup create(String name, @Nullable String externalId, Instant now) {
		return new UserGroup(Ids.next(), name.strip(), keyOf(name), externalId, now, now, 0);
	}

	/** Renames the group and replaces its external id. */
	public void change(String newName, @Nullable String newExternalId, Instant now) {
		this.name = newName.strip();
		this.nameKey = keyOf(newName);
		this.externalId = newExternalId;
		this.changedAt = now;
	}

	/** The form by which names are compared. */
	public static String keyOf(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	/** The id that a directory has given the group. */
	public @Nullable String externalId() {
		return this.externalId;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	public long version() {
		return this.version;
	}

}
