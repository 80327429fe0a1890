package org.parley.moderation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a policy: rules in their order, and the thresholds of the model's scores.
 * The values of its maps are validated together with their keys, not by constraints.
 *
 * @param rules the rules, in their order
 * @param thresholds thresholds by the model's categories of harm
 * @param otherwise thresholds of all other categories of harm
 * @param newcomers stricter thresholds for new accounts
 * @param categories what differs in single forum categories, by their ids
 * @param model when the outside model is asked
 * @param modelKind the kind of model: {@code moderation}, which is the default, or
 * {@code chat}
 * @param harmsOff the categories of harm that are switched off: no model is asked about
 * them, and no score of them counts; with all of them, no text is sent
 */
public record PolicyTerms(
		@NotNull @Size(max = 200, message = "must have at most 200 rules") List<@NotNull @Valid PolicyRule> rules,
		@NotNull @Size(max = 100,
				message = "must have at most 100 entries") Map<String, @Nullable Thresholds> thresholds,
		@NotNull @Valid Thresholds otherwise, @Valid @Nullable NewcomerTerms newcomers,
		@Size(max = 200,
				message = "must have at most 200 entries") @Nullable Map<String, @Nullable CategoryTerms> categories,
		@Schema(example = "always") @NotNull @Pattern(regexp = "always|asked|never",
				message = "must be always, asked or never") String model,
		@Schema(example = "moderation") @Pattern(regexp = "moderation|chat",
				message = "must be moderation or chat") @Nullable String modelKind,
		@Size(max = 13, message = "must have at most 13 entries") @Nullable List<@NotNull @Pattern(
				regexp = HarmCategory.PATTERN, message = "must be a category of harm") String> harmsOff) {

	/** The syntax of durations: days, hours or minutes. */
	public static final String DURATION = "P\\d{1,3}D|PT\\d{1,4}H|PT\\d{1,4}M";

	/** The message for a duration of another form. */
	public static final String DURATION_MESSAGE = "must be a duration such as P7D, PT24H or PT30M";

	/** Returns the thresholds of a category of harm in a forum category. */
	public Thresholds thresholdsOf(String harm, String categoryId) {
		var listed = this.thresholds.get(harm);
		var general = (listed != null) ? listed : this.otherwise;
		var special = (this.categories != null) ? this.categories.get(categoryId) : null;
		var local = (special != null && special.thresholds() != null) ? special.thresholds().get(harm) : null;
		return (local != null) ? local : general;
	}

	/** Whether texts of a forum category may be sent to the outside model. */
	public boolean sends(String categoryId) {
		var special = (this.categories != null) ? this.categories.get(categoryId) : null;
		return sendsAnything() && (special == null || !Boolean.FALSE.equals(special.model()));
	}

	/** Whether any text may be sent to the outside model. */
	public boolean sendsAnything() {
		return !this.model.equals("never") && !harms().isEmpty();
	}

	/** The categories of harm that the outside model is asked about. */
	public List<String> harms() {
		return HarmCategory.IDS.stream().filter(this::counts).toList();
	}

	/** Whether scores of a category of harm count. */
	public boolean counts(String harm) {
		return this.harmsOff == null || !this.harmsOff.contains(harm);
	}

	/** The name of the kind of model that is asked. */
	public String kindOfModel() {
		return (this.modelKind != null) ? this.modelKind : "moderation";
	}

	/** Whether the outside model is asked only if a rule says so. */
	public boolean asksOnDemand() {
		return this.model.equals("asked");
	}

	/**
	 * Stricter thresholds for new accounts. Moderators are exempt.
	 *
	 * @param age the age up to which an account is new
	 * @param thresholds thresholds by category of harm; the stricter verdict counts
	 */
	public record NewcomerTerms(
			@Schema(example = "PT24H") @NotNull @Pattern(regexp = DURATION, message = DURATION_MESSAGE) String age,
			@NotNull @Size(max = 100,
					message = "must have at most 100 entries") Map<String, @Nullable Thresholds> thresholds) {

		public Duration duration() {
			return Duration.parse(this.age);
		}

	}

	/**
	 * The differences in a forum category.
	 *
	 * @param thresholds thresholds by category of harm, instead of the general ones
	 * @param model false if no text of this category is sent to the outside model
	 */
	public record CategoryTerms(
			@Size(max = 100,
					message = "must have at most 100 entries") @Nullable Map<String, @Nullable Thresholds> thresholds,
			@Nullable Boolean model) {
	}

}
