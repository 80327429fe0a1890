package org.parley.auth.oauth.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.parley.auth.oauth.client.AppScope;

/** A scope, for the page. */
public record ScopeView(String name, boolean isGranted) {

	private static final List<String> ORDER = AppScope.names();

	/** The weakest scope first, unknown ones last. */
	static List<ScopeView> of(Collection<String> scopes, Collection<String> granted) {
		return scopes.stream()
			.sorted(Comparator.comparingInt(ScopeView::rank).thenComparing(Comparator.naturalOrder()))
			.map((scope) -> new ScopeView(scope, granted.contains(scope)))
			.toList();
	}

	/** Key of its message. */
	public String key() {
		return ORDER.contains(this.name) ? this.name.replace(':', '-') : "other";
	}

	/** Whether it covers content of other users. */
	public boolean isGrave() {
		return this.name.equals("moderation") || this.name.equals("admin");
	}

	private static int rank(String scope) {
		return ORDER.contains(scope) ? ORDER.indexOf(scope) : ORDER.size();
	}

}
