package org.parley.moderation.policy;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;

/**
 * A rule: what follows if all its conditions hold.
 *
 * @param name its name in verdicts and statements of reasons
 * @param then what follows: {@code flag}, {@code hold}, {@code remove}, {@code lock} for
 * flagging the post and locking its thread, {@code limit} for flagging it and holding all
 * later texts of its author for a time, or {@code ask} for asking the outside model
 * @param lasting how long a limit lasts; for {@code limit} only
 * @param stop whether later rules are skipped if this one fires
 */
public record PolicyRule(
		@Schema(example = "newcomer/links") @NotNull @Pattern(regexp = "[a-z0-9/_-]{1,64}",
				message = "must have 1 to 64 lower-case letters, digits, slashes, hyphens and underscores") String name,
		@NotNull @Valid RuleConditions when,
		@Schema(example = "flag") @NotNull @Pattern(regexp = "flag|hold|remove|lock|limit|ask",
				message = "must be flag, hold, remove, lock, limit or ask") String then,
		@Schema(example = "PT24H") @Pattern(regexp = PolicyTerms.DURATION,
				message = PolicyTerms.DURATION_MESSAGE) @Nullable String lasting,
		@Nullable Boolean stop) {

	/** The verdict that follows; clean for a rule that asks the model. */
	public Verdict verdict() {
		return switch (this.then) {
			case "flag", "lock", "limit" -> Verdict.FLAGGED;
			case "hold" -> Verdict.HELD;
			case "remove" -> Verdict.REMOVED;
			default -> Verdict.CLEAN;
		};
	}

	/** The effects besides the verdict. */
	public RuleEffects effects() {
		return new RuleEffects(this.then.equals("lock"),
				(this.then.equals("limit") && this.lasting != null) ? Duration.parse(this.lasting) : null);
	}

	/** Whether the rule asks the outside model. */
	public boolean asks() {
		return this.then.equals("ask");
	}

	/** Whether later rules are skipped if this one fires. */
	public boolean stops() {
		return Boolean.TRUE.equals(this.stop);
	}

}
