package org.parley.moderation.privacy;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The texts that an outside model receives for checks, and how long they are stored.
 *
 * @param policyVersion the version of the policy in force
 * @param model the outside model
 * @param texts the places of texts, and whether their texts are sent to the model
 * @param redacted what is redacted before a text is sent: {@code mail} addresses and
 * {@code phone} numbers
 * @param kept how long texts are stored for checks
 */
record PrivacyView(long policyVersion, ModelUse model, List<TextUse> texts, List<String> redacted, Retention kept) {

	/**
	 * The outside model.
	 *
	 * @param configured whether there is one; without it, no text is sent
	 * @param name its name; null without a model
	 * @param kind its kind: {@code moderation} returns scores only, {@code chat} can
	 * write anything, and answers by a schema
	 * @param asked when the policy in force asks it: always, {@code asked} only about
	 * texts for which a rule says so, or never
	 * @param harms the categories of harm that it rates
	 */
	record ModelUse(boolean configured, @Nullable String name, @Schema(allowableValues = {
			"moderation", "chat" }) String kind, @Schema(allowableValues = { "always", "asked", "never" }) String asked,
			List<String> harms){
	}

	/**
	 * A place of texts.
	 *
	 * @param place {@code forum}, {@code social} (that everybody may see),
	 * {@code social-limited}, {@code rooms} (open ones), {@code rooms-limited},
	 * {@code groups} or {@code direct}
	 * @param sent whether its texts may be sent to the model
	 * @param exceptCategories the ids of forum categories whose texts are never sent, of
	 * those that guests can read
	 */
	record TextUse(@Schema(allowableValues = {
			"forum", "social", "social-limited", "rooms", "rooms-limited", "groups", "direct" }) String place,
			boolean sent, List<String> exceptCategories){
	}

	/**
	 * How long texts are stored for checks. Statements are stored as long as the account
	 * of their author. Cases stay: an erasure removes the name of their author, and the
	 * text unless a decision is due.
	 *
	 * @param checkDays days after the check of a text without a finding
	 * @param sampleDays days of samples that show what another policy would change
	 */
	record Retention(long checkDays, long sampleDays) {
	}

}
