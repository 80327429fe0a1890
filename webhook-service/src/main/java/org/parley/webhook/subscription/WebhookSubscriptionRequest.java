package org.parley.webhook.subscription;

import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.webhook.http.EndpointAddress;

/**
 * The properties of a subscription to create or change; absent ones stay unchanged.
 *
 * @param url URL of the endpoint
 * @param events types of events
 * @param description for administrators
 * @param status active or disabled; only for an existing subscription
 */
record WebhookSubscriptionRequest(
		@Pattern(regexp = "[!-~]{1,2000}", message = "must be a URL of at most 2000 characters") @Nullable String url,
		@Size(min = 1, max = 20, message = "must contain 1 to 20 types of events") @Nullable Set<String> events,
		@StorableText(max = 500) @Nullable String description,
		@Pattern(regexp = "active|disabled", message = "must be active or disabled") @Nullable String status) {

	private static final Set<String> EVENT_TYPES = Set.of("thread.created", "thread.edited", "thread.locked",
			"thread.unlocked", "thread.archived", "thread.moved", "thread.split", "thread.merged", "thread.removed",
			"thread.restored", "post.created", "post.edited", "post.moved", "post.removed", "post.restored");

	@AssertTrue(message = "must contain only known types of events")
	boolean isEventsKnown() {
		return this.events == null
				|| this.events.stream().allMatch((type) -> type != null && EVENT_TYPES.contains(type));
	}

	/** Requires a URL and types, as for a new subscription. */
	void requireNew() {
		if (this.url == null) {
			throw RefusalException.field("url", "not-null", "is required");
		}
		if (this.events == null) {
			throw RefusalException.field("events", "not-null", "is required");
		}
		if (this.status != null) {
			throw RefusalException.field("status", "request.unknown-property", "is not a known property");
		}
	}

	/**
	 * Requires a valid URL, if there is one.
	 * @throws RefusalException 400 otherwise
	 */
	void requireValidUrl(EndpointAddress endpointAddress) {
		if (this.url != null) {
			endpointAddress.findProblem(this.url).ifPresent((problem) -> {
				throw RefusalException.field("url", "address", problem);
			});
		}
	}

}
