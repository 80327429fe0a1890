package org.parley.auth.user.ban;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The bans of a user: at most one by hand, and one for each moderation case. The one that
 * lasts longest is in force, and all are over with it.
 *
 * @param inForce null if the user is not banned
 * @param shorter the others
 * @param reversals when the decisions of cases to ban the user were reversed, by the
 * case's id
 */
public record Bans(@Nullable Ban inForce, List<Ban> shorter, Map<String, Instant> reversals) {

	private static final Comparator<Ban> LONGEST_FIRST = Comparator
		.comparing((Ban ban) -> Objects.requireNonNullElse(ban.until(), Instant.MAX))
		.reversed();

	/** Adds a ban. It replaces the one by hand, or that of the same case. */
	public Bans with(Ban next) {
		var others = new ArrayList<Ban>();
		for (var ban : all()) {
			if (!Objects.equals(ban.caseId(), next.caseId())) {
				others.add(ban);
			}
			else if (ban.hasSameTermsAs(next)) {
				return this;
			}
		}
		others.add(next);
		return of(others, this.reversals);
	}

	/** Removes the ban of a case whose decision was reversed. */
	public Bans reversed(String caseId, Instant at, Instant now) {
		var others = all().stream().filter((ban) -> !caseId.equals(ban.caseId()) && !ban.isOver(now)).toList();
		var times = new HashMap<>(this.reversals);
		times.merge(caseId, at, (before, after) -> after.isAfter(before) ? after : before);
		return of(others, times);
	}

	/** Lifts all bans. */
	public Bans lifted() {
		return new Bans(null, List.of(), this.reversals);
	}

	/** Whether a decision of a case was reversed after it was made. */
	public boolean isReversedSince(String caseId, Instant decidedAt) {
		var reversedAt = this.reversals.get(caseId);
		return reversedAt != null && decidedAt.isBefore(reversedAt);
	}

	private List<Ban> all() {
		return Stream.concat(Stream.ofNullable(this.inForce), this.shorter.stream()).toList();
	}

	private static Bans of(List<Ban> bans, Map<String, Instant> reversals) {
		var sorted = bans.stream().sorted(LONGEST_FIRST).toList();
		return sorted.isEmpty() ? new Bans(null, sorted, reversals)
				: new Bans(sorted.getFirst(), sorted.subList(1, sorted.size()), reversals);
	}

}
