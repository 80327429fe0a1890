package org.parley.moderation.policy;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The rules and thresholds for posts. A draft can be edited; its first activation gives
 * it a version, and from then on its terms never change.
 */
@Document("policy_versions")
@CompoundIndex(name = "in_force", def = "{'status': 1}", unique = true, partialFilter = "{'status': 'ACTIVE'}")
@CompoundIndex(def = "{'status': 1, '_id': -1}")
@CompoundIndex(def = "{'version': 1}", unique = true, partialFilter = "{'version': {'$gt': 0}}")
public final class Policy {

	@Id
	private final String id;

	private final @Nullable AuthorReference createdBy;

	private final Instant createdAt;

	private String name;

	private PolicyTerms terms;

	private PolicyStatus status = PolicyStatus.DRAFT;

	private @Nullable Long version;

	private Instant changedAt;

	private @Nullable Instant activatedAt;

	private long revision;

	Policy(String id, @Nullable AuthorReference createdBy, Instant createdAt, String name, PolicyTerms terms,
			Instant changedAt) {
		this.id = id;
		this.createdBy = createdBy;
		this.createdAt = createdAt;
		this.name = name;
		this.terms = terms;
		this.changedAt = changedAt;
	}

	public static Policy draft(String name, PolicyTerms terms, @Nullable AuthorReference by, Instant now) {
		return new Policy(Ids.next(), by, now, name, terms, now);
	}

	/**
	 * Changes a draft.
	 * @return false if nothing is different
	 */
	public boolean edit(String newName, PolicyTerms newTerms, Instant now) {
		requireDraft();
		if (newName.equals(this.name) && newTerms.equals(this.terms)) {
			return false;
		}
		this.name = newName;
		this.terms = newTerms;
		this.changedAt = now;
		this.revision++;
		return true;
	}

	/** Refuses changes of a policy that has been in force. */
	public void requireDraft() {
		if (this.status != PolicyStatus.DRAFT) {
			throw PolicyRefusedException.notDraft();
		}
	}

	/**
	 * Puts the policy in force.
	 * @param next the version of a policy that was never in force
	 */
	public void activate(long next, Instant now) {
		if (this.status == PolicyStatus.ACTIVE) {
			throw PolicyRefusedException.active();
		}
		if (this.version == null) {
			this.version = next;
		}
		this.status = PolicyStatus.ACTIVE;
		this.activatedAt = now;
		this.revision++;
	}

	/** Another policy is in force now. */
	public void retire() {
		this.status = PolicyStatus.RETIRED;
		this.revision++;
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public PolicyTerms terms() {
		return this.terms;
	}

	public PolicyStatus status() {
		return this.status;
	}

	/**
	 * The version in verdicts, counted from 1; 0 for a policy that was never in force.
	 */
	public long version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The author; null for the policy of a new database. */
	public @Nullable AuthorReference createdBy() {
		return this.createdBy;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	/** When name or terms changed. */
	public Instant changedAt() {
		return this.changedAt;
	}

	/** When it was last put in force. */
	public @Nullable Instant activatedAt() {
		return this.activatedAt;
	}

	/** Grows with every change. */
	public long revision() {
		return this.revision;
	}

	/** The state of a policy. DRAFT → ACTIVE ⇄ RETIRED. */
	public enum PolicyStatus implements LowerCaseName {

		/** It was never in force and can be edited. */
		DRAFT,
		/** It is in force. */
		ACTIVE,
		/** It was in force and can be again. */
		RETIRED;

		public static PolicyStatus of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

}
