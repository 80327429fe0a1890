package org.parley.moderation.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule: what follows if all its conditions hold.
 *
 * @param name its name in verdicts and statements of reasons
 * @param when the conditions
 * @param then what follows: {@code flag}, {@code hold}, {@code remove}, or {@code ask}
 * for asking the outside model
 * @param stop whether later rules are skipped if this one fires
 */
public record PolicyRule(
		@Schema(example = "newcomer/links") @NotNull(message = "is required") @Pattern(regexp = "[a-z0-9/_-]{1,64}",
				message = "must have 1 to 64 lower-case letters, digits, slashes, hyphens and underscores") String name,
		@NotNull(message = "is required") @Valid RuleConditions when,
		@Schema(example = "flag") @NotNull(message = "is required") @Pattern(regexp = "flag|hold|remove|ask",
				message = "must be flag, hold, remove or ask") String then,
		@Nullable Boolean stop) {

	/** The verdict that follows; clean for a rule that asks the model. */
	public Verdict verdict() {
		return switch (this.then) {
			case "flag" -> Verdict.FLAGGED;
			case "hold" -> Verdict.HELD;
			case "remove" -> Verdict.REMOVED;
			default -> Verdict.CLEAN;
		};
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
