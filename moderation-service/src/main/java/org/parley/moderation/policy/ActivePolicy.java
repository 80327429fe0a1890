package org.parley.moderation.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * The policy in force, in the memory of this instance. {@link #refresh} follows each
 * change; an instance that misses one reads the policy again after a while.
 */
@Component
public class ActivePolicy {

	private static final String PRESENT = "present";

	private final Policies policies;

	private final Cache<String, Policy> inForce;

	ActivePolicy(Policies policies, PolicySettings settings) {
		this.policies = policies;
		this.inForce = Caffeine.newBuilder().expireAfterWrite(settings.reread()).build();
	}

	public Policy current() {
		return this.inForce.get(PRESENT, (_) -> this.policies.getActive());
	}

	/** Forgets the policy, so that the next check reads it. */
	public void refresh() {
		this.inForce.invalidate(PRESENT);
	}

}
