package org.parley.webhook.visibility;

import org.parley.platform.readmodels.category.Audience;

/**
 * The readers of something.
 *
 * @param least the least audience that may read it
 */
public record Readership(Visibility visibility, Audience least) {

	static final Readership HIDDEN = new Readership(Visibility.HIDDEN, Audience.ADMINS);

	static final Readership UNKNOWN = new Readership(Visibility.UNKNOWN, Audience.ADMINS);

	static Readership of(Audience least) {
		return new Readership(Visibility.READABLE, least);
	}

	/** The visibility for an audience. */
	Visibility to(Audience audience) {
		return (this.visibility == Visibility.READABLE && !audience.includes(this.least)) ? Visibility.HIDDEN
				: this.visibility;
	}
}
