package org.parley.webhook.visibility;

import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/**
 * The readers of something.
 *
 * @param least the least audience that may read it
 * @param groups the ids of the groups that may read it, too
 */
public record Readership(Visibility visibility, Audience least, Set<String> groups) {

	static final Readership HIDDEN = new Readership(Visibility.HIDDEN, Audience.ADMINS, Set.of());

	static final Readership UNKNOWN = new Readership(Visibility.UNKNOWN, Audience.ADMINS, Set.of());

	/** Those who have at least a role. */
	public static Readership ofReaders(String readers) {
		return of(Audience.ofReaders(readers));
	}

	static Readership of(Audience least) {
		return of(least, Set.of());
	}

	static Readership of(Audience least, Set<String> groups) {
		return new Readership(Visibility.READABLE, least, groups);
	}

	/** Whether everybody may read it. */
	public boolean isPublic() {
		return this.visibility == Visibility.READABLE && this.least == Audience.EVERYONE;
	}

	/** The visibility for someone with these rights. */
	public Visibility to(Rights rights) {
		return (this.visibility == Visibility.READABLE && !rights.includes(this.least, this.groups)) ? Visibility.HIDDEN
				: this.visibility;
	}
}
