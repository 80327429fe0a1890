package org.parley.moderation.comparison;

import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.PolicyTerms;

/** A policy that is compared, as it was when the comparison started. */
public record ComparedPolicy(String id, String name, PolicyTerms terms) {

	public static ComparedPolicy of(Policy policy) {
		return new ComparedPolicy(policy.id(), policy.name(), policy.terms());
	}

}
