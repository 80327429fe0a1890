package org.parley.moderation.privacy;

import java.util.List;
import java.util.Optional;

import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationCategory;
import org.parley.moderation.check.CheckSettings;
import org.parley.moderation.comparison.ComparedPost;
import org.parley.moderation.model.ModelKind;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.policy.ActivePolicy;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.subject.MessagePlace;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.ai.TextRedactor;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/**
 * Describes which texts the outside model receives under the policy in force. Categories
 * that guests cannot read are not named.
 */
@Component
class DescribeModelUse {

	private final ActivePolicy activePolicy;

	private final ModerationCategories moderationCategories;

	private final ModerationModelClient moderationModelClient;

	private final CheckSettings checks;

	DescribeModelUse(ActivePolicy activePolicy, ModerationCategories moderationCategories,
			ModerationModelClient moderationModelClient, CheckSettings checks) {
		this.activePolicy = activePolicy;
		this.moderationCategories = moderationCategories;
		this.moderationModelClient = moderationModelClient;
		this.checks = checks;
	}

	PrivacyView describe() {
		var policy = this.activePolicy.current();
		var terms = policy.terms();
		var kept = new PrivacyView.Retention(this.checks.expiry().toDays(), ComparedPost.EXPIRY.toDays());
		return new PrivacyView(policy.version(), model(terms), texts(terms), TextRedactor.KINDS, kept);
	}

	private PrivacyView.ModelUse model(PolicyTerms terms) {
		var name = name(terms);
		return new PrivacyView.ModelUse(name.isPresent(), name.orElse(null), terms.kindOfModel(), terms.model(),
				terms.harms());
	}

	private List<PrivacyView.TextUse> texts(PolicyTerms terms) {
		return List.of(forum(terms), checked(terms, SocialPlace.PUBLIC.id()), unchecked(SocialPlace.LIMITED.id()),
				checked(terms, MessagePlace.ROOMS.id()), checked(terms, MessagePlace.LIMITED_ROOMS.id()),
				unchecked(MessagePlace.GROUPS.id()), unchecked(MessagePlace.DIRECT.id()));
	}

	private PrivacyView.TextUse forum(PolicyTerms terms) {
		var except = this.moderationCategories.findReadable(Rights.of(Audience.EVERYONE))
			.stream()
			.map(ModerationCategory::id)
			.filter((id) -> !id.equals(SocialPlace.PUBLIC.id()) && !terms.sends(id))
			.toList();
		var sent = isSent(terms, terms.sendsAnything());
		return new PrivacyView.TextUse("forum", sent, sent ? except : List.of());
	}

	private PrivacyView.TextUse checked(PolicyTerms terms, String place) {
		return new PrivacyView.TextUse(place, isSent(terms, terms.sends(place)), List.of());
	}

	private static PrivacyView.TextUse unchecked(String place) {
		return new PrivacyView.TextUse(place, false, List.of());
	}

	private boolean isSent(PolicyTerms terms, boolean sends) {
		return sends && name(terms).isPresent();
	}

	private Optional<String> name(PolicyTerms terms) {
		return this.moderationModelClient.name(ModelKind.of(terms.kindOfModel()));
	}

}
