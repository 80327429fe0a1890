package org.parley.auth.oauth.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What an app may do, as people read it.
 *
 * @param name as the protocol has it
 * @param isGranted whether they have granted it before
 */
public record ScopeView(String name, boolean isGranted) {

	private static final List<String> ORDER = List.of("openid", "profile", "email", "threads:read", "threads:write",
			"notifications", "moderation", "admin");

	/** The least first, what nobody knows last. */
	static List<ScopeView> of(Collection<String> scopes, Collection<String> granted) {
		return scopes.stream()
			.sorted(Comparator.comparingInt(ScopeView::rank).thenComparing(Comparator.naturalOrder()))
			.map((scope) -> new ScopeView(scope, granted.contains(scope)))
			.toList();
	}

	/** Under which the words for it are. */
	public String key() {
		return ORDER.contains(this.name) ? this.name.replace(':', '-') : "other";
	}

	/** Whether it reaches what others have made. */
	public boolean isGrave() {
		return this.name.equals("moderation") || this.name.equals("admin");
	}

	private static int rank(String scope) {
		return ORDER.contains(scope) ? ORDER.indexOf(scope) : ORDER.size();
	}

}
